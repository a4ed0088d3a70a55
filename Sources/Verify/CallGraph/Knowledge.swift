/// What the analysis knows besides scopes, classes and functions, and when it learned of it.
final class Knowledge: Changing {
    var changedAt = 0
    var seenIn = 0
}
