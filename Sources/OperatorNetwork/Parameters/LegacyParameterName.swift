/// The names that parameters had before they became blocks of a sequence: those of extensions, and
/// those of the Constant CHOP.
///
/// - Source: <https://docs.derivative.ca/Extensions>, <https://docs.derivative.ca/Constant_CHOP>
package nonisolated enum LegacyParameterName {
    private static let bases = [
        ("promoteextension", "promote"), ("extension", "object"), ("extname", "name"),
    ]

    /// The present name of a parameter that once was called `name`: `extension1` is `ext0object`.
    package static func current(_ name: String) -> String? {
        for (old, new) in bases where name.hasPrefix(old) {
            guard let number = Int(name.dropFirst(old.count)), number > 0 else { return nil }
            return "ext\(number - 1)\(new)"
        }
        for base in ["name", "value"] where name.hasPrefix(base) {
            return Int(name.dropFirst(base.count)).map { "const\($0)\(base)" }
        }
        return nil
    }
}
