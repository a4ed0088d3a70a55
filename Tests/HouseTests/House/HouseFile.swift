/// One file of the repository: its path from the top and its bytes.
struct HouseFile: Sendable {
    let path: String
    let bytes: [UInt8]
    /// The last part of the path.
    let name: String
    /// The path without its last part, and without a slash at its end.
    let folder: String
    /// What follows the last dot of the name, or nothing.
    let kind: String
    /// The name without its kind.
    let stem: String

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        let parts = path.split(separator: "/")
        name = parts.last.map(String.init) ?? path
        folder = parts.dropLast().joined(separator: "/")
        let dot = name.lastIndex(of: ".") ?? name.startIndex
        kind = dot == name.startIndex ? "" : String(name[name.index(after: dot)...])
        stem = kind.isEmpty ? name : String(name.dropLast(kind.count + 1))
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

    /// Whether the file lies somewhere below `folder`.
    func isBelow(_ folder: String) -> Bool { path.hasPrefix(folder + "/") }
}
