/// The one thing aliases may not do: multiply inside of keys.
///
/// Values that multiply are counted while they are read. Keys are compared by the parser itself,
/// which expands every alias in them, so forty aliases there can stop it for hours.
enum YAMLAliases {
    private static let harmlessCount = 40

    /// Refuses a text whose keys may hold many aliases.
    ///
    /// It errs towards refusal only for a text that has forty aliases at all, which no writer of
    /// network files makes.
    ///
    /// - Throws: `ProjectError` with the first suspicious line.
    static func refuseMultiplyingKeys(in source: SourceFile) throws(ProjectError) {
        let bytes = source.text.utf8
        guard bytes.contains(UInt8(ascii: "&")) else { return }
        let anchors = Set(names(after: UInt8(ascii: "&"), in: source.text))
        guard !anchors.isEmpty else { return }
        let aliases = names(after: UInt8(ascii: "*"), in: source.text).filter(anchors.contains)
        guard aliases.count >= harmlessCount else { return }

        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where mayBeCollectionKey(Substring(line)) {
            throw ProjectError(
                file: source.file, line: index + 1,
                reason: "A list, mapping or alias is used as a key in a text full of aliases.",
                suggestion: "Write keys as plain text.")
        }
    }

    private static func names(after sign: UInt8, in text: String) -> [Substring] {
        var found: [Substring] = []
        let bytes = text.utf8
        var index = bytes.startIndex
        while let at = bytes[index...].firstIndex(of: sign) {
            let start = bytes.index(after: at)
            let end = bytes[start...].firstIndex { !isNameByte($0) } ?? bytes.endIndex
            if start < end { found.append(text[start..<end]) }
            index = end
        }
        return found
    }

    private static func mayBeCollectionKey(_ line: Substring) -> Bool {
        let bytes = Array(line.utf8)
        let content = bytes.drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }
        if content.first == UInt8(ascii: "?") { return true }
        for (index, byte) in bytes.enumerated()
        where byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?") {
            let before = bytes[..<index].reversed().drop { $0 == 0x20 }
            if byte == UInt8(ascii: "?") {
                if let last = before.first, "{[,".utf8.contains(last) { return true }
                continue
            }
            if before.first == UInt8(ascii: "]") || before.first == UInt8(ascii: "}") {
                return true
            }
            if before.drop(while: isNameByte).first == UInt8(ascii: "*") { return true }
        }
        return false
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
