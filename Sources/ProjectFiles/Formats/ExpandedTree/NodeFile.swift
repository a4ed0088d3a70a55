/// The file `.n` of an expanded tree: what an operator is, where it lies and what it is wired to.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
struct NodeFile {
    /// The family as the file has it, such as `DAT`.
    private(set) var family = ""
    /// The type as TouchDesigner saves it, which may be a short form.
    private(set) var savedType = ""
    private(set) var tile: [Double] = []
    private(set) var color: [Double]?
    private(set) var comment: String?
    private(set) var dock: String?
    private(set) var tags: [String] = []
    private(set) var flags: [FlagSetting] = []
    private(set) var inputs: [String?] = []
    /// The storage as a pickle, in hexadecimal digits.
    private(set) var pickle: String?
    /// Lines whose first word is not known, with their numbers.
    private(set) var unknown: [(word: String, line: Int)] = []

    private static let skipped: Set<String> = ["v", "view", "extrainputs", "exports", "hilite"]
    private static let mostInputs = 10_000

    /// Reads a file.
    ///
    /// - Throws: `ProjectError` when it does not begin with a family and a type.
    init(_ source: SourceFile) throws(ProjectError) {
        var lines = LineReader(source.text)
        let first = lines.next()?.split(separator: ":", maxSplits: 1) ?? []
        guard first.count == 2, OperatorName.isValid(String(first[0])),
            OperatorName.isValid(String(first[1]))
        else {
            throw ProjectError(
                file: source.file, line: 1,
                reason: "The node file does not begin with a family and a type, such as DAT:text.",
                suggestion: "Expand the .toe or .tox again.")
        }
        (family, savedType) = (String(first[0]), String(first[1]))
        while let line = lines.next(), line != "end" { read(line, &lines) }
    }

    private mutating func read(_ line: Substring, _ lines: inout LineReader) {
        let words = line.split(separator: " ")
        guard let word = words.first.map(String.init) else { return }
        let rest = words.dropFirst()
        switch word {
        case "tile": tile = rest.compactMap { Double($0) }
        case "color":
            let numbers = rest.compactMap { Double($0) }
            color = numbers.count == 3 ? numbers : nil
        case "tags": tags = rest.dropFirst(2).map(String.init)
        case "dict": pickle = rest.first.map(String.init)
        case "dock": dock = rest.first.map(String.init)
        case "comment": comment = ParameterLine.unquoted(line.dropFirst("comment ".count))
        case "flags": readFlags(rest.dropFirst())
        case "inputs": inputs = Self.inputs(lines.block())
        default:
            _ = lines.block()
            if !Self.skipped.contains(word) { unknown.append((word, lines.number)) }
        }
    }

    /// Reads pairs of a name and `on`, `off` or a number.
    private mutating func readFlags(_ words: ArraySlice<Substring>) {
        var words = words
        while let name = words.popFirst() {
            let value = words.popFirst() ?? "on"
            let isOn = value != "off" && value != "0"
            switch name {
            case "viewer", "bypass", "lock", "display", "render", "expose":
                flags.append(FlagSetting(String(name), isOn))
            case "cook": flags.append(FlagSetting("allowCooking", isOn))
            default: break
            }
        }
    }

    /// Reads lines of an index, white space and a name; others are passed over.
    static func inputs(_ lines: [Substring]) -> [String?] {
        var inputs: [String?] = []
        for line in lines {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard words.count == 2, let index = Int(words[0]), (0..<mostInputs).contains(index),
                words[1] != "\"\""
            else { continue }
            while inputs.count <= index { inputs.append(nil) }
            inputs[index] = String(words[1])
        }
        return inputs
    }
}
