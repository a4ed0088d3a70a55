/// A text as bytes, in which edits keep every byte that they do not name.
struct TextBytes {
    private(set) var bytes: [UInt8]
    /// Where each line starts; a byte order mark belongs to no line.
    private var starts: [Int] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = Self.starts(bytes)
    }

    /// How many lines there are; a text that ends in a line break has an empty last one.
    var lineCount: Int { starts.count }

    /// The text without a byte order mark.
    var text: String { String(decoding: bytes[(starts.first ?? 0)...], as: UTF8.self) }

    /// A line without its line break.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        guard (1...lineCount).contains(number) else { return [] }
        let end = number < lineCount ? starts[number] : bytes.count
        var line = bytes[starts[number - 1]..<end]
        while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
        return line
    }

    /// Makes edits, the last ones first.
    ///
    /// - Parameters:
    ///   - edits: In the order of the text, none over another.
    ///   - shift: How many lines further up the text begins than the edits are counted from.
    /// - Returns: Whether all of them lie in the text.
    mutating func apply(_ edits: [Fix.Edit], shift: Int = 0) -> Bool {
        let newline: [UInt8] = bytes.contains(0x0D) ? lineBreak : [0x0A]
        for edit in edits.reversed() {
            guard let start = offset(edit.span.line - shift, edit.span.column),
                let end = offset(edit.span.endLine - shift, edit.span.endColumn), start <= end
            else { return false }
            let text = edit.text.utf8.flatMap { $0 == 0x0A ? newline : [$0] }
            bytes.replaceSubrange(start..<end, with: text)
        }
        starts = Self.starts(bytes)
        return true
    }

    private func offset(_ line: Int, _ column: Int) -> Int? {
        guard (1...lineCount).contains(line) else { return nil }
        let offset = starts[line - 1] + column
        return offset <= bytes.count ? offset : nil
    }

    /// The first line's line break.
    private var lineBreak: [UInt8] {
        guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return [0x0A]
        }
        if bytes[first] == 0x0A { return [0x0A] }
        return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
    }

    /// Python counts `\n`, `\r\n` and `\r`, and nothing else.
    private static func starts(_ bytes: [UInt8]) -> [Int] {
        let first = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var starts = [first]
        var index = first
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            if byte == 0x0A || byte == 0x0D { starts.append(index) }
        }
        return starts
    }
}
