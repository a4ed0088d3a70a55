/// Something that the analysis learns more of while it reads: a scope, a class, a function.
protocol Changing: AnyObject {
    /// When something was last added, by the analysis's own count of changes.
    var changedAt: Int { get set }
    /// The last reading that looked at it, so that each takes it down once.
    var seenIn: Int { get set }
}
