internal import Yams

/// Reads YAML and keeps the line of every value.
///
/// - Source: <https://yaml.org/spec/1.1>
struct YAMLReader {
    private let source: SourceFile
    private let reading: ProjectReading

    /// Takes a file to read.
    init(_ source: SourceFile, _ reading: ProjectReading) {
        self.source = source
        self.reading = reading
    }

    /// Reads the one document of the file.
    ///
    /// - Returns: Nil when the file holds none.
    /// - Throws: `ProjectError` with line and column of what is broken.
    func read() throws(ProjectError) -> SourceNode? {
        try YAMLAliases.refuseMultiplyingKeys(in: source)
        // The parser keeps a pointer into the text, which a text of 15 bytes has only for a moment.
        let text =
            source.text.utf8.count > 15
            ? source.text : source.text + "\n#" + String(repeating: "-", count: 16)
        let root: Node?
        do {
            root = try Yams.compose(yaml: text, .basic, .default, .utf8)
        } catch {
            throw YAMLFailure.error(error, in: source)
        }
        guard let root else { return nil }
        return try convert(root, depth: 0)
    }

    private func convert(_ node: Node, depth: Int) throws(ProjectError) -> SourceNode {
        let place = self.place(of: node)
        try NestingDepth.check(depth, at: place)
        try reading.countValue(at: place)
        switch node {
        case .scalar(let scalar):
            let isBlock = scalar.style == .literal || scalar.style == .folded
            return SourceNode(
                value: YAMLScalar.value(of: scalar), written: scalar.string, place: place,
                textLine: isBlock ? place.line + 1 : place.line)
        case .sequence(let sequence):
            var elements: [SourceNode] = []
            elements.reserveCapacity(sequence.count)
            for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
            return collection(.list(elements), place)
        case .mapping(let mapping):
            return collection(.mapping(try entries(of: mapping, depth: depth)), place)
        case .alias:
            return collection(.null, place)
        }
    }

    private func entries(
        of mapping: Node.Mapping, depth: Int
    ) throws(ProjectError) -> [SourceEntry] {
        var entries: [SourceEntry] = []
        var merged: [SourceEntry] = []
        for (key, node) in mapping {
            let place = self.place(of: key)
            guard case .scalar(let scalar) = key else {
                throw ProjectError(
                    file: place.file, line: place.line,
                    reason: "A list or mapping is used as the key of a mapping.",
                    suggestion: "Write the key as plain text.")
            }
            let value = try convert(node, depth: depth + 1)
            if scalar.string == "<<", scalar.style == .plain {
                merged += Self.mergeable(value)
            } else {
                entries.append(SourceEntry(key: scalar.string, place: place, value: value))
            }
        }
        guard !merged.isEmpty else { return entries }
        var known = Set(entries.map(\.key))
        return entries + merged.filter { known.insert($0.key).inserted }
    }

    private static func mergeable(_ node: SourceNode) -> [SourceEntry] {
        switch node.value {
        case .mapping(let entries): entries
        case .list(let nodes):
            nodes.flatMap { node -> [SourceEntry] in
                if case .mapping(let entries) = node.value { entries } else { [] }
            }
        default: []
        }
    }

    private func place(of node: Node) -> SourcePlace {
        SourcePlace(file: source.file, line: node.mark?.line ?? 1)
    }

    private func collection(_ value: SourceNode.Value, _ place: SourcePlace) -> SourceNode {
        SourceNode(value: value, written: "", place: place, textLine: place.line)
    }
}
