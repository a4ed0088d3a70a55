/// The fields of one mapping, read by the shape that each must have.
struct TDNFields {
    /// The mapping.
    let node: SourceNode
    /// What the mapping describes, for messages.
    let owner: String
    /// What the project's files share.
    let reading: ProjectReading

    /// Takes a mapping.
    ///
    /// - Throws: `ProjectError` when the value has another shape.
    init(
        checking node: SourceNode, owner: String, _ reading: ProjectReading
    ) throws(ProjectError) {
        guard case .mapping = node.value else {
            throw Self.wrongShape(node, field: owner, wanted: "a mapping of fields")
        }
        self.init(node, owner: owner, reading)
    }

    /// Takes what is known to be a mapping.
    init(_ node: SourceNode, owner: String, _ reading: ProjectReading) {
        self.node = node
        self.owner = owner
        self.reading = reading
    }

    /// The entries in order.
    var entries: [SourceEntry] {
        if case .mapping(let entries) = node.value { entries } else { [] }
    }

    /// Reads a text; numbers and booleans give the text as written.
    ///
    /// - Returns: Nil when the field is left out.
    /// - Throws: `ProjectError` for a list or mapping.
    func text(_ field: String) throws(ProjectError) -> String? {
        guard let value = node[field] else { return nil }
        switch value.value {
        case .list, .mapping: throw Self.wrongShape(value, field: field, wanted: "text")
        default: return value.written
        }
    }

    /// Reads a boolean; 0 and 1 count.
    ///
    /// - Returns: False when the field is left out.
    /// - Throws: `ProjectError` for any other shape.
    func flag(_ field: String) throws(ProjectError) -> Bool {
        guard let value = node[field] else { return false }
        switch value.value {
        case .bool(let flag): return flag
        case .int(let number): return number != 0
        default: throw Self.wrongShape(value, field: field, wanted: "true or false")
        }
    }

    /// Reads a number.
    ///
    /// - Returns: Nil when the field is left out.
    /// - Throws: `ProjectError` for any other shape.
    func number(_ field: String) throws(ProjectError) -> Double? {
        guard let value = node[field] else { return nil }
        guard let number = Self.number(value) else {
            throw Self.wrongShape(value, field: field, wanted: "a number")
        }
        return number
    }

    /// Reads a list of numbers.
    ///
    /// - Parameters:
    ///   - field: The field's name.
    ///   - count: How many numbers there must be.
    /// - Returns: Nil when the field is left out.
    /// - Throws: `ProjectError` for any other shape.
    func vector(_ field: String, count: Int) throws(ProjectError) -> [Double]? {
        guard let value = node[field] else { return nil }
        guard case .list(let elements) = value.value, elements.count == count else {
            throw Self.wrongShape(value, field: field, wanted: "a list of \(count) numbers")
        }
        let numbers = elements.compactMap(Self.number)
        guard numbers.count == count else {
            throw Self.wrongShape(value, field: field, wanted: "a list of \(count) numbers")
        }
        return numbers
    }

    /// Reads a list.
    ///
    /// - Returns: Nil when the field is left out.
    /// - Throws: `ProjectError` for any other shape.
    func list(_ field: String) throws(ProjectError) -> [SourceNode]? {
        guard let value = node[field] else { return nil }
        guard case .list(let elements) = value.value else {
            throw Self.wrongShape(value, field: field, wanted: "a list")
        }
        return elements
    }

    /// Reads a list of texts.
    ///
    /// - Returns: Nil when the field is left out.
    /// - Throws: `ProjectError` for any other shape.
    func texts(_ field: String) throws(ProjectError) -> [String]? {
        guard let elements = try list(field) else { return nil }
        var texts: [String] = []
        for element in elements {
            switch element.value {
            case .list, .mapping: throw Self.wrongShape(element, field: field, wanted: "text")
            default: texts.append(element.written)
            }
        }
        return texts
    }

    /// Reads a mapping.
    ///
    /// - Returns: Nil when the field is left out.
    /// - Throws: `ProjectError` for any other shape.
    func fields(_ field: String) throws(ProjectError) -> TDNFields? {
        guard let value = node[field] else { return nil }
        return try TDNFields(checking: value, owner: "\(field) of \(owner)", reading)
    }

    /// Notes every field that no one knows.
    func noteUnknown(besides known: Set<String>) {
        for entry in entries where !known.contains(entry.key) {
            reading.note(
                "The field '\(entry.key)' of \(owner) is not known and was read past.",
                at: entry.place)
        }
    }

    /// States what is wrong with a field.
    func error(_ field: String, reason: String, suggestion: String) -> ProjectError {
        let place = node[field]?.place ?? node.place
        return ProjectError(
            file: place.file, line: place.line,
            reason: "The field '\(field)' of \(owner) cannot be used: \(reason)",
            suggestion: suggestion)
    }

    /// States that a value has not the shape that its field needs.
    static func wrongShape(_ node: SourceNode, field: String, wanted: String) -> ProjectError {
        ProjectError(
            file: node.place.file, line: node.place.line,
            reason: "'\(field)' must be \(wanted), but here it is \(node.shape).",
            suggestion: "Write \(wanted) there, or leave it out.")
    }

    private static func number(_ node: SourceNode) -> Double? {
        switch node.value {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}
