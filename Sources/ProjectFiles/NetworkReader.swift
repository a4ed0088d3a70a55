package import OperatorNetwork

/// Describes the operators of a network as plain data: only what differs from a fresh operator.
///
/// - Thread: main
@MainActor
package struct NetworkReader {
    private static let place = SourcePlace(file: "the network", line: 1)
    private static let flags: [(name: String, flag: OperatorFlags)] = [
        ("bypass", .bypass), ("lock", .lock), ("display", .display), ("render", .render),
        ("viewer", .viewer), ("expose", .expose), ("allowCooking", .allowCooking),
    ]

    private static let systemNames: Set<String> = ["local", "sys", "perform", "ui"]

    private let storage: (Operator) -> [NamedValue]

    /// Prepares to read.
    ///
    /// - Parameter storage: What an operator's storage holds; what it held at the start without one.
    package init(storage: @escaping (Operator) -> [NamedValue] = { $0.startStorage }) {
        self.storage = storage
    }

    /// Describes an operator with everything inside.
    ///
    /// - Parameter node: The operator.
    /// - Returns: The description, children in their order.
    /// - Throws: `ProjectError` when it is nested deeper than any file may be.
    package func read(_ node: Operator) throws(ProjectError) -> OperatorDescription {
        try read(node, depth: 0)
    }

    private func read(_ node: Operator, depth: Int) throws(ProjectError) -> OperatorDescription {
        guard depth <= ReadingLimits.depth else {
            throw ProjectError(
                file: node.path,
                reason: "Operators are nested more than \(ReadingLimits.depth) deep here, "
                    + "deeper than a file may be.",
                suggestion: "Save inner COMPs to files of their own.")
        }
        var described = OperatorDescription(
            name: node.name, type: node.type.name, place: Self.place)
        readLooks(node, into: &described)
        readWires(node, into: &described)
        let parameters = ParameterReader(node)
        described.parameters = parameters.assignments()
        described.sequences = parameters.sequences()
        described.customPages = parameters.pages(at: Self.place)
        described.storage = storage(node)
        described.content = content(of: node, described)
        described.children.reserveCapacity(node.numChildren)
        for child in node.children where !isSystem(child) {
            let isUtility = child.flags.contains(.utility)
            if isUtility, child.type.name == TDNAnnotations.type {
                described.annotations.append(try read(child, depth: depth + 1))
            } else if !isUtility {
                described.children.append(try read(child, depth: depth + 1))
            }
        }
        return described
    }

    /// TouchDesigner's own operators belong to no project.
    private func isSystem(_ node: Operator) -> Bool {
        Self.systemNames.contains(node.name) && node.parent?.parent == nil
    }

    private func readLooks(_ node: Operator, into described: inout OperatorDescription) {
        if node.nodeX != 0 || node.nodeY != 0 {
            described.position = [Double(node.nodeX), Double(node.nodeY)]
        }
        if node.nodeWidth != Operator.standardWidth || node.nodeHeight != Operator.standardHeight {
            described.size = [Double(node.nodeWidth), Double(node.nodeHeight)]
        }
        if node.color != .standard {
            described.color = [node.color.red, node.color.green, node.color.blue]
        }
        described.comment = node.comment.isEmpty ? nil : node.comment
        described.tags = node.tags.sorted()
        for (name, flag) in Self.flags {
            let isOn = node.flags.contains(flag)
            let isOnAtFirst = flag == .expose || flag == .allowCooking
            if isOn != isOnAtFirst { described.flags.append(FlagSetting(name, isOn)) }
        }
    }

    private func readWires(_ node: Operator, into described: inout OperatorDescription) {
        for wire in node.inputWires {
            while described.inputs.count <= wire.input { described.inputs.append(nil) }
            described.inputs[wire.input] = source(of: wire, to: node)
        }
        described.compInputs = node.componentAbove.map { [reference(to: $0, from: node)] } ?? []
        described.dock = node.dock.map { reference(to: $0, from: node) }
    }

    /// The name of what a wire comes from; behind a COMP's second output and those after it, its Out
    /// operator, since files name no outputs.
    private func source(
        of wire: InputWire, to node: Operator
    ) -> String {
        let behind = wire.source.outOperators
        guard wire.output > 0, behind.indices.contains(wire.output) else {
            return reference(to: wire.source, from: node)
        }
        return wire.source.name + "/" + behind[wire.output].name
    }

    private func reference(to other: Operator, from node: Operator) -> String {
        other.parent === node.parent ? other.name : other.path
    }

    /// What a DAT holds, unless a file of its own holds it, it is made by cooking, or every fresh DAT of
    /// the type holds it.
    private func content(
        of node: Operator, _ described: OperatorDescription
    ) -> ContentDescription? {
        guard let content = node.content, !isKeptInFile(described),
            !node.type.makesOutput || node.flags.contains(.lock)
        else { return nil }
        switch (content.kind, node.type.initialContent) {
        case (_, .none): return nil
        case (.text, .text(let initial)) where content.text == initial: return nil
        case (.text, _): return .text(content.text)
        case (.table, _):
            let table = content.table
            let rows = (0..<table.rows).map { row in
                (0..<table.columns).map { table.text(row: row, column: $0) ?? "" }
            }
            return rows == [[""]] ? nil : .table(rows)
        }
    }

    private func isKeptInFile(_ described: OperatorDescription) -> Bool {
        let isSynchronised = described.parameters.contains {
            $0.name == "syncfile" && $0.setting == .constant(.bool(true))
        }
        return isSynchronised && described.parameters.contains { $0.name == "file" }
    }
}
