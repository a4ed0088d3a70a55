/// A class whose objects are told apart by which object they are.
protocol IdentityHashable: AnyObject, Hashable {}

extension IdentityHashable {
    package static func == (left: Self, right: Self) -> Bool { left === right }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Expression: IdentityHashable {}
