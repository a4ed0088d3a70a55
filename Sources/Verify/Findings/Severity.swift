/// How bad a finding is.
package enum Severity: Int, Comparable, Sendable, CaseIterable {
    /// True, and seldom worth a change.
    case info
    /// Wrong under circumstances that come about.
    case warning
    /// Wrong whenever it runs.
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
        left.rawValue < right.rawValue
    }

    /// As reports write it.
    package var name: String {
        switch self {
        case .info: "info"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
