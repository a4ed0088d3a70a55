/// Reads JSON and keeps the line of every value.
///
/// - Source: <https://www.rfc-editor.org/rfc/rfc8259>
struct JSONReader {
    private var cursor: JSONCursor
    private let reading: ProjectReading

    /// Takes a file to read.
    init(_ source: SourceFile, _ reading: ProjectReading) {
        cursor = JSONCursor(source)
        self.reading = reading
    }

    /// Reads the one value of the file.
    ///
    /// - Throws: `JSONFailure`.
    mutating func read() throws(JSONFailure) -> SourceNode {
        let node = try value(depth: 0)
        cursor.skipSpace()
        guard cursor.isAtEnd else {
            throw cursor.failure("Something follows after the end of the JSON value.")
        }
        return node
    }

    private mutating func value(depth: Int) throws(JSONFailure) -> SourceNode {
        cursor.skipSpace()
        let place = cursor.place
        try count(depth: depth, at: place)
        switch cursor.byte {
        case UInt8(ascii: "{"): return node(.mapping(try entries(depth: depth)), place)
        case UInt8(ascii: "["): return node(.list(try elements(depth: depth)), place)
        case UInt8(ascii: "\""):
            let text = try cursor.text()
            return node(.string(text), place, written: text)
        case nil: throw cursor.failure("The JSON text ends where a value is expected.")
        default:
            let (value, written) = try cursor.word()
            return node(value, place, written: written)
        }
    }

    private mutating func elements(depth: Int) throws(JSONFailure) -> [SourceNode] {
        var elements: [SourceNode] = []
        cursor.step()
        cursor.skipSpace()
        if cursor.take(UInt8(ascii: "]")) { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
            cursor.skipSpace()
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "]")) else {
            throw cursor.failure("A comma or ']' is expected in a JSON list.")
        }
        return elements
    }

    private mutating func entries(depth: Int) throws(JSONFailure) -> [SourceEntry] {
        var entries: [SourceEntry] = []
        var lines: [String: Int] = [:]
        cursor.step()
        cursor.skipSpace()
        if cursor.take(UInt8(ascii: "}")) { return entries }
        repeat {
            cursor.skipSpace()
            let place = cursor.place
            guard cursor.byte == UInt8(ascii: "\"") else {
                throw cursor.failure("A key in double quotes is expected in a JSON object.")
            }
            let key = try cursor.text()
            if let first = lines.updateValue(place.line, forKey: key) {
                throw .refused(RepeatedKey.error(key, at: place, first: first))
            }
            cursor.skipSpace()
            guard cursor.take(UInt8(ascii: ":")) else {
                throw cursor.failure("A ':' is expected after a JSON key.")
            }
            entries.append(
                SourceEntry(key: key, place: place, value: try value(depth: depth + 1)))
            cursor.skipSpace()
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "}")) else {
            throw cursor.failure("A comma or '}' is expected in a JSON object.")
        }
        return entries
    }

    private func node(
        _ value: SourceNode.Value, _ place: SourcePlace, written: String = ""
    ) -> SourceNode {
        SourceNode(value: value, written: written, place: place, textLine: place.line)
    }

    private func count(depth: Int, at place: SourcePlace) throws(JSONFailure) {
        do throws(ProjectError) {
            try NestingDepth.check(depth, at: place)
            try reading.countValue(at: place)
        } catch {
            throw .refused(error)
        }
    }
}
