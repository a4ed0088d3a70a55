/// The parameters of a native function, written as Python writes them.
///
/// `"key, default=None, *, search=True"`: names, constants as defaults, `*` before the parameters that
/// must be named, `*rest` and `**keywords` for the others. A default is `None`, `True`, `False`, a
/// number or a text in quotes; `name=?` may be left out without having a value.
public struct Signature: Sendable {
    /// How an argument reaches a parameter.
    enum Kind: Sendable {
        case positional, keywordOnly, rest, keywords
    }

    /// A constant that stands for an argument that was left out.
    enum Default: Sendable {
        case none
        case bool(Bool)
        case int(Int)
        case double(Double)
        case string(String)
        case nothing

        func python() throws(PythonError) -> PythonObject? {
            switch self {
            case .none: PythonObject.none
            case .bool(let value): try value.python()
            case .int(let value): try value.python()
            case .double(let value): try value.python()
            case .string(let value): try value.python()
            case .nothing: nil
            }
        }

        /// Reads a constant; nil when it is none of those that a signature may hold.
        fileprivate init?(_ text: Substring) {
            switch text {
            case "?": self = .nothing
            case "True": self = .bool(true)
            case "False": self = .bool(false)
            case "None": self = .none
            default:
                if let number = Int(text) {
                    self = .int(number)
                } else if let number = Double(text), number.isFinite {
                    self = .double(number)
                } else if let quote = text.first, quote == "'" || quote == "\"", text.count > 1,
                    text.last == quote, !text.contains("\\")
                {
                    self = .string(String(text.dropFirst().dropLast()))
                } else {
                    return nil
                }
            }
        }
    }

    /// One parameter.
    struct Parameter: Sendable {
        let name: String
        let kind: Kind
        let standard: Default?

        var isNamedWell: Bool {
            let isWord = name.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
            return isWord && name.first?.isNumber == false
        }
    }

    let parameters: [Parameter]
    let named: Int

    /// Reads a signature.
    ///
    /// - Parameter text: The part between the parentheses.
    /// - Throws: `SystemError` when the text is no signature: it was written by a programmer in Swift.
    public init(_ text: String) throws(PythonError) {
        var kind = Kind.positional
        var parameters: [Parameter] = []
        for word in Self.words(of: text) {
            if word == "*" {
                kind = .keywordOnly
            } else if word.hasPrefix("**") {
                parameters.append(
                    .init(name: "\(word.dropFirst(2))", kind: .keywords, standard: nil))
            } else if word.hasPrefix("*") {
                parameters.append(.init(name: "\(word.dropFirst())", kind: .rest, standard: nil))
                kind = .keywordOnly
            } else if let mark = word.firstIndex(of: "=") {
                guard let standard = Default(word[word.index(after: mark)...]) else {
                    throw PythonError(
                        .systemError, "'\(word)' in the signature (\(text)) has no constant default"
                    )
                }
                parameters.append(.init(name: "\(word[..<mark])", kind: kind, standard: standard))
            } else {
                parameters.append(.init(name: "\(word)", kind: kind, standard: nil))
            }
        }
        for parameter in parameters where !parameter.isNamedWell {
            throw PythonError(
                .systemError, "'\(parameter.name)' in the signature (\(text)) is no name")
        }
        self.parameters = parameters
        named = parameters.count { $0.kind == .positional || $0.kind == .keywordOnly }
    }

    /// The text between the commas, those inside of quotes not counted.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "'" || character == "\"" {
                quote = character
            } else if character == "," {
                words.append(text[start..<index].drop { $0 == " " })
                start = text.index(after: index)
            }
        }
        let last = text[start...].drop { $0 == " " }
        return last.isEmpty && words.isEmpty ? [] : words + [last]
    }
}
