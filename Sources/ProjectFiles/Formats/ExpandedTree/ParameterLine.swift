internal import OperatorNetwork

/// One line of a `.parm` file: a parameter's name, its mode, and what it holds in each mode.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
struct ParameterLine {
    let name: String
    let setting: ParameterSetting

    private static let hasExpression = 0x10
    private static let hasBind = 0x200
    private static let hasExtraValue = 0x20_0000

    /// Reads a line; nil when it is none of these.
    init?(_ line: Substring) {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count >= 2, !parts[0].isEmpty, let mode = Int(parts[1]) else { return nil }
        name = String(parts[0])
        let rest = parts.count > 2 ? parts[2] : ""
        let extra = Self.hasExpression | Self.hasBind | Self.hasExtraValue
        guard mode & extra != 0 else {
            setting = .constant(.string(Self.withoutQuotes(rest)))
            return
        }
        var count = 1
        for bit in [Self.hasExpression, Self.hasBind, Self.hasExtraValue] where mode & bit != 0 {
            count += 1
        }
        let fields = Self.fields(rest, count: count)
        let bindIndex = mode & Self.hasExpression != 0 ? 2 : 1
        switch mode & 3 {
        case 1 where mode & Self.hasExpression != 0 && fields.count > 1:
            setting = .expression(fields[1])
        case 3 where mode & Self.hasBind != 0 && fields.count > bindIndex:
            setting = .bind(fields[bindIndex])
        default: setting = .constant(.string(fields.first ?? ""))
        }
    }

    /// Takes fields apart; one in quotes ends at the next quote without a backslash, the last one
    /// takes what is left.
    private static func fields(_ text: Substring, count: Int) -> [String] {
        var fields: [String] = []
        var rest = text.drop { $0 == " " }
        while fields.count < count - 1, !rest.isEmpty {
            if rest.first == "\"" {
                let end = endOfQuote(rest)
                fields.append(unquoted(rest[..<end]))
                rest = rest[end...]
            } else {
                let end = rest.firstIndex(of: " ") ?? rest.endIndex
                fields.append(String(rest[..<end]))
                rest = rest[end...]
            }
            rest = rest.drop { $0 == " " }
        }
        fields.append(rest.first == "\"" ? unquoted(rest) : String(rest))
        return fields
    }

    private static func endOfQuote(_ text: Substring) -> Substring.Index {
        var index = text.index(after: text.startIndex)
        while index < text.endIndex, text[index] != "\"" {
            if text[index] == "\\" { index = text.index(after: index) }
            guard index < text.endIndex else { break }
            index = text.index(after: index)
        }
        return index < text.endIndex ? text.index(after: index) : index
    }

    /// A text in quotes without them, its escapes resolved; other text as it is.
    static func unquoted(_ text: Substring) -> String {
        guard text.first == "\"", text.utf8.count >= 2, text.last == "\"" else {
            return String(text)
        }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if isEscaped {
                result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    private static func withoutQuotes(_ text: Substring) -> String {
        guard text.first == "\"", text.utf8.count >= 2, text.last == "\"" else {
            return String(text)
        }
        return String(text.dropFirst().dropLast())
    }
}
