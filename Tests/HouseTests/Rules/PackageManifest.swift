/// The targets that a `Package.swift` declares, read from its text.
///
/// Asking SwiftPM itself would wait for the build that is running these tests.
struct PackageManifest {
    /// One declared target.
    struct Target: Equatable {
        let name: String
        /// The folder of its files, from the top of the repository.
        let folder: String
        let isTest: Bool
        /// Our targets and the products of others that it names as dependencies.
        let dependencies: [String]
        /// The line of its declaration, counted from 1.
        let line: Int
    }

    let targets: [Target]

    init(_ file: HouseFile) {
        var tokens = Self.tokens(SourceText(file).codeAndLiterals)[...]
        var targets: [Target] = []
        while tokens.count > 2 {
            if tokens[tokens.startIndex].text == ".",
                Self.kinds.contains(tokens[tokens.startIndex + 1].text),
                tokens[tokens.startIndex + 2].text == "("
            {
                let call = Self.call(at: tokens.startIndex + 1, in: tokens)
                targets.append(Self.target(of: call))
                tokens = tokens[call.endIndex...]
            } else {
                tokens.removeFirst()
            }
        }
        self.targets = targets
    }

    private static let kinds: Set<String> = [
        "target", "executableTarget", "systemLibrary", "testTarget", "macro", "plugin",
        "binaryTarget",
    ]

    private struct Token {
        let text: String
        let isString: Bool
        let line: Int
    }

    /// The tokens from the kind's name to the bracket that closes its call.
    private static func call(at start: Int, in tokens: ArraySlice<Token>) -> ArraySlice<Token> {
        var depth = 0
        for at in start..<tokens.endIndex where !tokens[at].isString {
            if tokens[at].text == "(" { depth += 1 }
            if tokens[at].text == ")" { depth -= 1 }
            if depth == 0, at > start { return tokens[start...at] }
        }
        return tokens[start...]
    }

    private static func target(of call: ArraySlice<Token>) -> Target {
        let kind = call.first?.text ?? ""
        let name = argument("name", of: call).first { $0.isString }?.text ?? ""
        let isTest = kind == "testTarget"
        let path = argument("path", of: call).first { $0.isString }?.text
        let folder = path ?? "\(isTest ? "Tests" : "Sources")/\(name)"
        return Target(
            name: name, folder: folder, isTest: isTest || folder.hasPrefix("Tests/"),
            dependencies: dependencies(argument("dependencies", of: call)),
            line: call.first?.line ?? 1)
    }

    /// The tokens of the argument with this label, at the call's own level.
    private static func argument(_ label: String, of call: ArraySlice<Token>) -> ArraySlice<Token> {
        var depth = 0
        var start: Int?
        for at in call.indices where !call[at].isString {
            let text = call[at].text
            if text == "(" || text == "[" { depth += 1 }
            if text == ")" || text == "]" { depth -= 1 }
            if let start, (depth == 1 && text == ",") || depth == 0 { return call[start..<at] }
            let opensArgument =
                depth == 1 && text == label && at + 1 < call.endIndex && call[at + 1].text == ":"
            if start == nil, opensArgument { start = at + 2 }
        }
        return call[call.endIndex...]
    }

    /// The names in a list of dependencies: bare strings, and the names of products and targets.
    private static func dependencies(_ list: ArraySlice<Token>) -> [String] {
        var names: [String] = []
        var depth = 0
        for at in list.indices {
            let token = list[at]
            if token.isString {
                let isNamed =
                    depth == 1 && at > list.startIndex + 1 && list[at - 2].text == "name"
                if depth == 0 || isNamed { names.append(token.text) }
            } else if token.text == "(" {
                depth += 1
            } else if token.text == ")" {
                depth -= 1
            }
        }
        return names
    }

    private static func tokens(_ lines: [String]) -> [Token] {
        lines.enumerated().flatMap { offset, line in
            line.matches(of: /"([^"]*)"|[A-Za-z_][A-Za-z0-9_]*|[^\s"]/).map { match in
                Token(
                    text: String(match.output.1 ?? match.output.0),
                    isString: match.output.1 != nil, line: offset + 1)
            }
        }
    }
}
