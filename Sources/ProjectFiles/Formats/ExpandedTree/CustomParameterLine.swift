internal import OperatorNetwork

/// One line of a `.cparm` file: the definition of a custom parameter or group.
///
/// The lines are documented by nobody. What is certain is read: name, label, style, size, ranges,
/// defaults, menu entries and page; the rest of the tail is left alone.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
struct CustomParameterLine {
    /// The page it stands on.
    let page: String
    private(set) var definition: CustomParameterDescription

    private static let menuTail = "4097"

    /// Reads a line.
    ///
    /// - Returns: Nil when it is none of these.
    init?(_ line: Substring, pages: Set<String>, place: SourcePlace) {
        let words = Self.words(line)
        guard words.count > 4, let number = Int32(words[0]) else { return nil }
        let code = UInt32(bitPattern: number)
        let size = max(1, Int(code >> 8 & 0xF))
        guard let style = Self.style(code, size) else { return nil }
        let name = words[1].split(separator: ":").last.map(String.init) ?? words[1]
        definition = CustomParameterDescription(name: name, style: style, place: place)
        definition.label = words[2] == name ? nil : words[2]
        definition.size = ["Float", "Int"].contains(style) && size > 1 ? size : nil
        definition.startsSection = code >> 31 == 1 && code & 0xFF != 0x13
        // The header ends where the page's name stands with a number after it.
        let start = 4 + 6 * size
        guard
            let place = words.indices.dropFirst(min(start, words.count)).first(where: { index in
                pages.contains(words[index]) && index + 1 < words.count
                    && Int(words[index + 1]) != nil
            })
        else { return nil }
        page = words[place]
        readRange(words[4..<start])
        readDefault(words[start..<place])
        readMenu(words[(place + 1)...])
    }

    private mutating func readRange(_ words: ArraySlice<String>) {
        let numbers = words.prefix(6).compactMap { Double($0) }
        guard numbers.count == 6 else { return }
        definition.clampsMinimum = numbers[0] == 3
        definition.minimum = numbers[1] == 0 ? nil : numbers[1]
        definition.normalizedMinimum = numbers[2] == 0 ? nil : numbers[2]
        definition.clampsMaximum = numbers[3] == 3
        definition.maximum = numbers[4] == 1 ? nil : numbers[4]
        definition.normalizedMaximum = numbers[5] == 1 ? nil : numbers[5]
    }

    /// Reads the first component's default: a mode, a number, and a text.
    private mutating func readDefault(_ words: ArraySlice<String>) {
        let words = Array(words)
        guard words.count >= 3, words[0] == "0" else { return }
        switch definition.style {
        case "Float", "Int", "Toggle", "RGB", "RGBA", "XY", "XYZ", "XYZW", "UV", "UVW", "WH":
            guard let number = Double(words[1]), number != 0 else { return }
            definition.defaultValue = .double(number)
        case "Pulse", "Momentary", "Header": return
        default: definition.defaultValue = words[2].isEmpty ? nil : .string(words[2])
        }
    }

    private mutating func readMenu(_ words: ArraySlice<String>) {
        let words = Array(words)
        guard words.count > 1, words[0] == Self.menuTail, let count = Int(words[1]), count >= 0,
            count <= (words.count - 2) / 2
        else { return }
        for index in 0..<count {
            definition.menuNames.append(words[2 + 2 * index])
            definition.menuLabels.append(words[3 + 2 * index])
        }
        if definition.menuLabels == definition.menuNames { definition.menuLabels = [] }
        if definition.defaultValue == nil, definition.style == "Menu" {
            definition.defaultValue = definition.menuNames.first.map { .string($0) }
        }
    }

    private static func style(_ code: UInt32, _ size: Int) -> String? {
        switch code & 0xFF {
        case 0x01:
            switch (code >> 12 & 0xF, size) {
            case (2, 3): return "RGB"
            case (2, 4): return "RGBA"
            case (3, 2): return "XY"
            case (3, 3): return "XYZ"
            case (3, 4): return "XYZW"
            case (5, 2): return "WH"
            default: return "Float"
            }
        case 0x02: return "Int"
        case 0x03: return "Toggle"
        case 0x04: return "Str"
        case 0x05: return "Pulse"
        case 0x0B: return "DAT"
        case 0x0D: return "OP"
        case 0x0F: return "Menu"
        case 0x10: return "StrMenu"
        case 0x13: return "Header"
        default: return nil
        }
    }

    /// Takes words apart; a word in quotes may hold spaces, and no escapes.
    static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var rest = line.drop { $0 == " " }
        while let first = rest.first {
            if first == "\"" || first == "'" {
                let inside = rest.dropFirst()
                let end = inside.firstIndex(of: first) ?? inside.endIndex
                words.append(String(inside[..<end]))
                rest = end < inside.endIndex ? inside[inside.index(after: end)...] : ""
            } else {
                let end = rest.firstIndex(of: " ") ?? rest.endIndex
                words.append(String(rest[..<end]))
                rest = rest[end...]
            }
            rest = rest.drop { $0 == " " }
        }
        return words
    }
}
