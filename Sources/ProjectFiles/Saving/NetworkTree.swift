/// The operators of a project as lines of text that show what is inside of what.
package struct NetworkTree {
    /// The lines, the project's COMP first.
    package private(set) var lines: [String] = []
    private let depth: Int

    /// Draws a project.
    ///
    /// - Parameters:
    ///   - project: The project.
    ///   - depth: How many levels below its COMP are drawn.
    package init(_ project: ProjectDescription, depth: Int = .max) {
        self.depth = depth
        lines.append("\(project.networkPath)  \(project.target.type)")
        draw(project.target.children, indent: "", level: 1)
        if !project.scripts.isEmpty {
            let count = project.scripts.count
            lines.append("\(count) \(count == 1 ? "script" : "scripts") to be wired when it runs")
        }
    }

    private mutating func draw(_ nodes: [OperatorDescription], indent: String, level: Int) {
        guard level <= depth else {
            if !nodes.isEmpty { lines.append("\(indent)└── … \(nodes.count) inside") }
            return
        }
        for (index, node) in nodes.enumerated() {
            let isLast = index == nodes.count - 1
            lines.append(
                "\(indent)\(isLast ? "└── " : "├── ")\(node.name)  \(node.type)\(Self.facts(node))")
            draw(node.children, indent: indent + (isLast ? "    " : "│   "), level: level + 1)
        }
    }

    /// What is worth knowing beside name and type: size of the content, wires.
    private static func facts(_ node: OperatorDescription) -> String {
        var facts: [String] = []
        switch node.content {
        case .text(let text)?:
            let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
            let count = text.isEmpty || text.hasSuffix("\n") ? lines : lines + 1
            facts.append(count == 1 ? "1 line" : "\(count) lines")
        case .table(let rows)?: facts.append("\(rows.count)×\(rows.map(\.count).max() ?? 0)")
        case nil: break
        }
        let sources = node.inputs.compactMap(\.self)
        if !sources.isEmpty { facts.append("← " + sources.joined(separator: ", ")) }
        return facts.isEmpty ? "" : "  " + facts.joined(separator: "  ")
    }
}
