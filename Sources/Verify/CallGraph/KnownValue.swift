/// What is known of a value when code runs.
enum KnownValue: Equatable {
    case none
    case truth(Bool)
    /// Something that is not None, such as a text or a function.
    case something
    case unknown

    /// What is known of a value that may be this or another.
    func joined(_ other: KnownValue) -> KnownValue {
        if self == other { return self }
        return self.isNone == false && other.isNone == false ? .something : .unknown
    }

    /// Whether it is None, nil when that may be.
    var isNone: Bool? {
        switch self {
        case .none: true
        case .truth, .something: false
        case .unknown: nil
        }
    }

    /// Whether a branch on it is taken, nil when that may be.
    var isTrue: Bool? {
        switch self {
        case .none: false
        case .truth(let value): value
        case .something, .unknown: nil
        }
    }
}
