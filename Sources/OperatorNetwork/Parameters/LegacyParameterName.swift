/// The names extension parameters had before they became the sequence `ext`.
///
/// - Source: <https://docs.derivative.ca/Extensions>
nonisolated enum LegacyParameterName {
    private static let bases = [
        ("promoteextension", "promote"), ("extension", "object"), ("extname", "name"),
    ]

    /// The present name of a parameter that once was called `name`: `extension1` is `ext0object`.
    static func current(_ name: String) -> String? {
        for (old, new) in bases where name.hasPrefix(old) {
            guard let number = Int(name.dropFirst(old.count)), number > 0 else { return nil }
            return "ext\(number - 1)\(new)"
        }
        return nil
    }
}
