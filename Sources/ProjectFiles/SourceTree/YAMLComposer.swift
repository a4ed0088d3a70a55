internal import CYaml

/// Makes the tree of a text from the events of its parser.
final class YAMLComposer {
    /// A value with an anchor, and how many values it stands for.
    private struct Anchored {
        let node: SourceNode
        let count: Int
    }

    private let events: YAMLEvents
    private let source: SourceFile
    private let reading: ProjectReading
    private var anchors: [String: Anchored] = [:]

    /// Takes a text that is being parsed.
    init(_ events: YAMLEvents, _ source: SourceFile, _ reading: ProjectReading) {
        self.events = events
        self.source = source
        self.reading = reading
    }

    /// Makes the tree of the one document.
    ///
    /// - Returns: Nil when there is none.
    /// - Throws: `ProjectError` with line and column of what is broken.
    func document() throws(ProjectError) -> SourceNode? {
        try advance()
        try advance()
        guard events.type == YAML_DOCUMENT_START_EVENT else { return nil }
        try advance()
        let root = try node(depth: 0)
        try advance()
        try advance()
        guard events.type == YAML_STREAM_END_EVENT else {
            throw ProjectError(
                file: source.file, line: events.line,
                reason: "A second document begins here, after the end of the first.",
                suggestion: "Keep one document in the file.")
        }
        return root
    }

    private func advance() throws(ProjectError) {
        do throws(YAMLProblem) {
            try events.advance()
        } catch {
            throw YAMLFailure.error(error, in: source)
        }
    }

    private var place: SourcePlace { SourcePlace(file: source.file, line: events.line) }

    /// Makes the value that the present event begins.
    private func node(depth: Int) throws(ProjectError) -> SourceNode {
        try NestingDepth.check(depth, at: place)
        let before = reading.valueCount
        try reading.countValue(at: place)
        switch events.type {
        case YAML_ALIAS_EVENT: return try alias()
        case YAML_SEQUENCE_START_EVENT:
            let start = events.event.data.sequence_start
            let anchor = events.text(start.anchor)
            try checkTag(events.text(start.tag))
            let made = try list(
                isBlock: start.style != YAML_FLOW_SEQUENCE_STYLE, depth: depth)
            return remember(made, as: anchor, since: before)
        case YAML_MAPPING_START_EVENT:
            let start = events.event.data.mapping_start
            let anchor = events.text(start.anchor)
            try checkTag(events.text(start.tag))
            let made = try mapping(
                isBlock: start.style != YAML_FLOW_MAPPING_STYLE, depth: depth)
            return remember(made, as: anchor, since: before)
        default:
            let anchor = events.text(events.event.data.scalar.anchor)
            return remember(try scalar(), as: anchor, since: before)
        }
    }

    private func scalar() throws(ProjectError) -> SourceNode {
        let scalar = events.event.data.scalar
        // SAFETY: libyaml's text is that long and lives until the next event.
        let text = String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let tag = events.text(scalar.tag)
        try checkTag(tag)
        let isLong =
            scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
        let place = self.place
        let endLine =
            scalar.style == YAML_LITERAL_SCALAR_STYLE
            ? place.line + 1 + Self.lineCount(text) : events.endLine
        return SourceNode(
            value: YAMLScalar.value(
                of: text, tag: tag, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
            written: text, place: place, textLine: isLong ? place.line + 1 : place.line,
            span: SourceSpan(column: events.column, endLine: endLine, isBlock: isLong))
    }

    /// How many lines a block text takes: libyaml counts empty ones after it too.
    private static func lineCount(_ text: String) -> Int {
        let newlines = text.utf8.count { $0 == UInt8(ascii: "\n") }
        return text.utf8.last == UInt8(ascii: "\n") || text.isEmpty ? newlines : newlines + 1
    }

    private func list(isBlock: Bool, depth: Int) throws(ProjectError) -> SourceNode {
        let (place, column) = (self.place, events.column)
        var elements: [SourceNode] = []
        var endLine = place.line
        try advance()
        while events.type != YAML_SEQUENCE_END_EVENT {
            let element = try node(depth: depth + 1)
            endLine = max(endLine, element.span?.endLine ?? 0)
            elements.append(element)
            try advance()
        }
        if !isBlock { endLine = events.endLine }
        return SourceNode(
            value: .list(elements), written: "", place: place, textLine: place.line,
            span: SourceSpan(column: column, endLine: endLine, isBlock: isBlock))
    }

    private func mapping(isBlock: Bool, depth: Int) throws(ProjectError) -> SourceNode {
        let (place, column) = (self.place, events.column)
        var entries = SourceEntries()
        var endLine = place.line
        try advance()
        while events.type != YAML_MAPPING_END_EVENT {
            let isMerge = isMergeSign
            let key = try key(depth: depth + 1)
            try advance()
            let value = try node(depth: depth + 1)
            endLine = max(endLine, value.span?.endLine ?? 0, key.place.line + 1)
            if isMerge {
                entries.merge(value)
            } else {
                try entries.append(SourceEntry(key: key.written, place: key.place, value: value))
            }
            try advance()
        }
        if !isBlock { endLine = events.endLine }
        return SourceNode(
            value: .mapping(entries.all), written: "", place: place, textLine: place.line,
            span: SourceSpan(column: column, endLine: endLine, isBlock: isBlock))
    }

    private var isMergeSign: Bool {
        guard events.type == YAML_SCALAR_EVENT else { return false }
        let scalar = events.event.data.scalar
        return scalar.length == 2 && scalar.style == YAML_PLAIN_SCALAR_STYLE
            && scalar.value[0] == UInt8(ascii: "<") && scalar.value[1] == UInt8(ascii: "<")
    }

    private func key(depth: Int) throws(ProjectError) -> SourceNode {
        let place = self.place
        if events.type == YAML_SCALAR_EVENT || events.type == YAML_ALIAS_EVENT {
            let key = try node(depth: depth)
            switch key.value {
            case .list, .mapping: break
            default: return key
            }
        }
        throw ProjectError(
            file: place.file, line: place.line,
            reason: "A list or mapping is used as the key of a mapping.",
            suggestion: "Write the key as plain text.")
    }

    private func remember(_ node: SourceNode, as anchor: String?, since before: Int) -> SourceNode {
        if let anchor {
            anchors[anchor] = Anchored(node: node, count: reading.valueCount - before)
        }
        return node
    }

    /// The value of an anchor, counted as often as it is used, so that bombs end at the limit.
    private func alias() throws(ProjectError) -> SourceNode {
        let name = events.text(events.event.data.alias.anchor) ?? ""
        guard let anchored = anchors[name] else {
            throw ProjectError(
                file: source.file, line: events.line, column: events.column + 1,
                reason: "The alias '*\(name)' stands for nothing: no finished value before it has "
                    + "the anchor '&\(name)'.",
                suggestion: "Write the value itself there.")
        }
        try reading.countValues(anchored.count, at: place)
        var node = anchored.node
        node.span = nil
        return node
    }

    /// Refuses what asks a reader to make objects of its own, which runs code where it is obeyed.
    private func checkTag(_ tag: String?) throws(ProjectError) {
        guard let tag, tag != "!", !tag.hasPrefix("tag:yaml.org,2002:") || tag.contains("python")
        else { return }
        throw ProjectError(
            file: source.file, line: events.line,
            reason: "The tag '\(tag)' asks for an object of a program's own.",
            suggestion: "Write a plain value without a tag.")
    }
}
