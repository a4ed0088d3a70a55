/// One text file, read whole and known to be UTF-8.
struct SourceFile {
    /// The file as messages show it.
    let file: String
    /// The text, byte for byte, without a leading byte order mark.
    let text: String

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: Where it lies.
    ///   - file: How messages name it; the path itself when left out.
    ///   - limit: The largest size that is read, in bytes.
    /// - Throws: `ProjectError`: unreadable, too large, or not UTF-8 with line and byte.
    init(
        _ path: String, shownAs file: String? = nil, limit: Int = ReadingLimits.fileSize
    ) throws(ProjectError) {
        self.file = file ?? path
        let bytes: [UInt8]?
        do throws(SystemFailure) {
            bytes = try FileSystem.bytes(of: path, limit: limit)
        } catch {
            throw ProjectError(
                file: self.file, reason: "The file cannot be read: \(error.reason).",
                suggestion: "Check that it exists and that you may read it.")
        }
        guard let bytes else {
            throw ProjectError(
                file: self.file,
                reason: "The file is larger than \(limit / 1024 / 1024) MB.",
                suggestion: "Keep large data outside of the project's text files.")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Self.notUTF8(bytes, file: self.file)
        }
        self.text = Self.withoutByteOrderMark(text)
    }

    /// Takes a text that is in memory.
    init(text: String, file: String) {
        self.file = file
        self.text = text
    }

    /// Whether the text has nothing but white space.
    var isBlank: Bool {
        text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }

    private static func withoutByteOrderMark(_ text: String) -> String {
        text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private static func notUTF8(_ bytes: [UInt8], file: String) -> ProjectError {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            offset += UTF8.width(scalar)
        }
        let bad = bytes[min(offset, bytes.count - 1)]
        let line = 1 + bytes[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") }
        let hex = String(bad, radix: 16, uppercase: true)
        return ProjectError(
            file: file, line: line,
            reason:
                "The byte 0x\(hex.count < 2 ? "0" : "")\(hex) at offset \(offset) is not UTF-8.",
            suggestion: "Save the file as UTF-8.")
    }
}
