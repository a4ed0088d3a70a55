/// The parameters of a native function, written as Python writes them.
///
/// `"key, default=None, *, search=True"`: names, constants as defaults, `*` before the parameters that
/// must be named, `*rest` and `**keywords` for the others. `name=?` may be left out without having a
/// value.
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
        case string(String)
        case nothing

        func python() throws(PythonError) -> PythonObject? {
            switch self {
            case .none: PythonObject.none
            case .bool(let value): try value.python()
            case .int(let value): try value.python()
            case .string(let value): try value.python()
            case .nothing: nil
            }
        }

        fileprivate init(_ text: Substring) {
            switch text {
            case "?": self = .nothing
            case "True": self = .bool(true)
            case "False": self = .bool(false)
            case "None": self = .none
            default:
                if let number = Int(text) {
                    self = .int(number)
                } else {
                    self = .string(String(text.dropFirst().dropLast()))
                }
            }
        }
    }

    /// One parameter.
    struct Parameter: Sendable {
        let name: String
        let kind: Kind
        let standard: Default?
    }

    let parameters: [Parameter]
    let named: Int

    /// Reads a signature.
    ///
    /// - Parameter text: The part between the parentheses.
    public init(_ text: String) {
        var kind = Kind.positional
        var parameters: [Parameter] = []
        for part in text.split(separator: ",") {
            let word = part.drop { $0 == " " }
            if word == "*" {
                kind = .keywordOnly
            } else if word.hasPrefix("**") {
                parameters.append(
                    .init(name: "\(word.dropFirst(2))", kind: .keywords, standard: nil))
            } else if word.hasPrefix("*") {
                parameters.append(.init(name: "\(word.dropFirst())", kind: .rest, standard: nil))
                kind = .keywordOnly
            } else {
                let halves = word.split(separator: "=", maxSplits: 1)
                let standard = halves.count == 2 ? Default(halves[1]) : nil
                parameters.append(.init(name: "\(halves[0])", kind: kind, standard: standard))
            }
        }
        self.parameters = parameters
        named = parameters.count { $0.kind == .positional || $0.kind == .keywordOnly }
    }
}
