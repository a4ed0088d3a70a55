internal import PythonRuntime

/// Turns the nodes of Python's `ast` into our own.
struct SyntaxReader {
    private let names: [PythonName]
    private let line: PythonName
    private let column: PythonName
    private let endLine: PythonName
    private let endColumn: PythonName
    private let className: PythonName
    private let classAttribute: PythonName
    /// The names of the nodes' classes, by what tells the classes apart.
    private var kinds: [Int: String] = [:]
    private var depth = 0

    /// Python's own parser nests less than this; what a program builds may not.
    private static let depthLimit = 2_000

    init() throws(PythonError) {
        className = try PythonName("__name__")
        classAttribute = try PythonName("__class__")
        line = try PythonName("lineno")
        column = try PythonName("col_offset")
        endLine = try PythonName("end_lineno")
        endColumn = try PythonName("end_col_offset")
        var names: [PythonName] = []
        for field in SyntaxField.allCases { names.append(try PythonName(field.pythonName)) }
        self.names = names
    }

    /// A field of a node; nil when it is `None` or not there.
    func field(_ name: SyntaxField, of node: PythonObject) throws(PythonError) -> PythonObject? {
        guard let value = try node.attributeIfPresent(names[name.rawValue]), !value.isNone else {
            return nil
        }
        return value
    }

    mutating func text(_ name: SyntaxField, of node: PythonObject) throws(PythonError) -> String? {
        try field(name, of: node)?.text()
    }

    mutating func items(_ name: SyntaxField, of node: PythonObject) throws(PythonError)
        -> [PythonObject]
    {
        try field(name, of: node)?.elements() ?? []
    }

    mutating func expressions(
        _ name: SyntaxField, of node: PythonObject
    ) throws(PythonError) -> [Expression] {
        var read: [Expression] = []
        for item in try items(name, of: node) { read.append(try expression(item)) }
        return read
    }

    mutating func expressionIfPresent(
        _ name: SyntaxField, of node: PythonObject
    ) throws(PythonError) -> Expression? {
        guard let node = try field(name, of: node) else { return nil }
        return try expression(node)
    }

    mutating func required(
        _ name: SyntaxField, of node: PythonObject
    ) throws(PythonError) -> Expression {
        guard let found = try expressionIfPresent(name, of: node) else {
            throw PythonError(.valueError, "a node of the syntax tree lacks its \(name)")
        }
        return found
    }

    mutating func block(_ name: SyntaxField, of node: PythonObject) throws(PythonError)
        -> [Statement]
    {
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
    mutating func kind(of node: PythonObject) throws(PythonError) -> String {
        if let known = kinds[node.typeIdentity] { return known }
        let kind =
            try node.attributeIfPresent(classAttribute)?.attributeIfPresent(className)?.text() ?? ""
        kinds[node.typeIdentity] = kind
        return kind
    }

    func span(of node: PythonObject) throws(PythonError) -> SourceSpan {
        SourceSpan(
            line: try number(line, of: node), column: try number(column, of: node),
            endLine: try number(endLine, of: node), endColumn: try number(endColumn, of: node))
    }

    private func number(_ name: PythonName, of node: PythonObject) throws(PythonError) -> Int {
        guard let value = try node.attributeIfPresent(name) else { return 0 }
        return try Int(python: value)
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
