/// One file of the repository: its path from the top and its bytes.
struct HouseFile: Sendable {
    let path: String
    let bytes: [UInt8]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    init(_ path: String, _ text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The bytes as text, with a replacement character for whatever is not UTF-8.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The text's lines without their ends; a last line end opens no further line.
    var lines: [String] {
        var parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if parts.last?.isEmpty == true { parts.removeLast() }
        return parts.map { part in
            String(
                decoding: part.last == UInt8(ascii: "\r") ? part.dropLast() : part, as: UTF8.self)
        }
    }

    /// The last part of the path.
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The path without its last part, and without a slash at its end.
    var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

    /// What follows the last dot of the name, or nothing.
    var kind: String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }

    /// The name without its kind.
    var stem: String { kind.isEmpty ? name : String(name.dropLast(kind.count + 1)) }

    /// Whether the file lies somewhere below `folder`.
    func isBelow(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }
}
