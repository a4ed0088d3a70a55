/// How the threads of one schedule follow each other.
package struct Policy: Sendable, Equatable {
    /// Who goes on once the prefix is used up.
    package enum Kind: Sendable, Equatable {
        /// Whoever runs goes on as long as it can.
        case ordinary
        /// Anybody.
        case walk(seed: UInt64)
        /// The one with the highest priority, which it draws anew each time.
        case draws(seed: UInt64)
        /// The one with the highest priority, which so many of about `length` decisions lower.
        case priorities(seed: UInt64, changes: Int, length: Int)
    }

    /// The threads chosen by the first decisions.
    package var prefix: [UInt8]
    package var kind: Kind
    /// Whether it ends at the first decision behind the prefix, so that somebody can look at it.
    package var pauses = false

    /// Describes a policy; by default nobody interferes.
    package init(prefix: [UInt8] = [], kind: Kind = .ordinary) {
        self.prefix = prefix
        self.kind = kind
    }
}
