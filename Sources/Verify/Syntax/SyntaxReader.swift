internal import PythonRuntime

/// Turns the nodes of Python's `ast` into our own.
struct SyntaxReader {
    private var kinds: [String: PythonName] = [:]
    private let className: PythonName
    private let classAttribute: PythonName
    private let places: [PythonName]
    private var depth = 0

    /// Python's own parser nests less than this; what a program builds may not.
    private static let depthLimit = 2_000

    init() throws(PythonError) {
        className = try PythonName("__name__")
        classAttribute = try PythonName("__class__")
        var places: [PythonName] = []
        for name in ["lineno", "col_offset", "end_lineno", "end_col_offset"] {
            places.append(try PythonName(name))
        }
        self.places = places
    }

    /// A field of a node; nil when it is `None` or not there.
    mutating func field(_ name: String, of node: PythonObject) throws(PythonError) -> PythonObject?
    {
        let key: PythonName
        if let known = kinds[name] {
            key = known
        } else {
            key = try PythonName(name)
            kinds[name] = key
        }
        guard let value = try node.attributeIfPresent(key), !value.isNone else { return nil }
        return value
    }

    mutating func text(_ name: String, of node: PythonObject) throws(PythonError) -> String? {
        try field(name, of: node)?.text()
    }

    mutating func items(_ name: String, of node: PythonObject) throws(PythonError) -> [PythonObject]
    {
        try field(name, of: node)?.elements() ?? []
    }

    mutating func expressions(
        _ name: String, of node: PythonObject
    ) throws(PythonError) -> [Expression] {
        var read: [Expression] = []
        for item in try items(name, of: node) { read.append(try expression(item)) }
        return read
    }

    mutating func expressionIfPresent(
        _ name: String, of node: PythonObject
    ) throws(PythonError) -> Expression? {
        guard let node = try field(name, of: node) else { return nil }
        return try expression(node)
    }

    mutating func required(
        _ name: String, of node: PythonObject
    ) throws(PythonError) -> Expression {
        guard let found = try expressionIfPresent(name, of: node) else {
            throw PythonError(.valueError, "a node of the syntax tree lacks its \(name)")
        }
        return found
    }

    mutating func block(_ name: String, of node: PythonObject) throws(PythonError) -> [Statement] {
        guard let list = try field(name, of: node) else { return [] }
        return try statements(list)
    }

    /// The statements of a list of nodes.
    mutating func statements(_ list: PythonObject) throws(PythonError) -> [Statement] {
        var read: [Statement] = []
        for node in try list.elements() { read.append(try statement(node)) }
        return read
    }

    /// The name of a node's class, such as `Call`.
    func kind(of node: PythonObject) throws(PythonError) -> String {
        try node.attributeIfPresent(classAttribute)?.attributeIfPresent(className)?.text() ?? ""
    }

    func span(of node: PythonObject) throws(PythonError) -> SourceSpan {
        var numbers: [Int] = []
        for place in places {
            let value = try node.attributeIfPresent(place)
            numbers.append(
                try value.map { value throws(PythonError) in try Int(python: value) } ?? 0)
        }
        return SourceSpan(
            line: numbers[0], column: numbers[1], endLine: numbers[2], endColumn: numbers[3])
    }

    /// Reads one statement, refusing trees that nest beyond all sense.
    mutating func nested<Node>(
        _ read: (inout SyntaxReader) throws(PythonError) -> Node
    ) throws(PythonError) -> Node {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else {
            throw PythonError(.valueError, "the code nests too deeply to be looked at")
        }
        return try read(&self)
    }
}
