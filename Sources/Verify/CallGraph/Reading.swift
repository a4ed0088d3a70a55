/// What one function's body has looked at, so that it is read again only when some of it has changed.
struct Reading {
    private var seen: [any Changing] = []
    /// The count of changes when the body was begun, nil before.
    private var beganAt: Int?
    /// The pass in which somebody last asked.
    var askedIn = 0

    /// Begins anew.
    init(beginningAt count: Int? = nil) { beganAt = count }

    /// Takes down that the body looks at something.
    mutating func note(_ something: any Changing) { seen.append(something) }

    /// Whether the body was read, and a new reading would find what the last one found.
    var isUpToDate: Bool {
        guard let beganAt else { return false }
        return seen.allSatisfy { $0.changedAt <= beganAt }
    }
}
