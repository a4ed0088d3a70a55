internal import OperatorNetwork

/// What the operators of a project hold, to tell somebody who looks at a schedule what it has changed.
struct OperatorStates {
    private struct Entry {
        let path: String
        let name: String
        let value: String
    }

    private var entries: [Entry] = []
    private var values: [String: String] = [:]
    private var operators: Set<String> = []

    /// Tables with more cells are not looked into.
    private static let mostCells = 256
    private static let mostLines = 12
    private static let longest = 48

    /// Takes down what is there; nothing is cooked and nothing evaluated for it.
    ///
    /// - Parameter root: The operator whose inside is looked at.
    init(inside root: Operator) {
        for step in root.descendants where !step.operator.path.hasPrefix("/sys") {
            let node = step.operator
            operators.insert(node.path)
            if let table = node.ownContent?.table { add(table, of: node) }
            for parameter in node.parameters.allMade where !parameter.isDefault {
                add(node, ".par.\(parameter.name)", Self.text(of: parameter))
            }
        }
    }

    /// What is different now.
    ///
    /// - Parameter now: The same project's operators at a later moment.
    /// - Returns: A line for each value and operator.
    func changes(to now: OperatorStates) -> [String] {
        var lines = now.operators.subtracting(operators).sorted().map { "\($0) is new" }
        lines += operators.subtracting(now.operators).sorted().map { "\($0) is gone" }
        for entry in now.entries where values[entry.name] != entry.value {
            let before = values[entry.name].map { ", was \($0)" } ?? ""
            lines.append("\(entry.name) = \(entry.value)\(before)")
        }
        for entry in entries
        where now.values[entry.name] == nil && now.operators.contains(entry.path) {
            lines.append("\(entry.name) was \(entry.value), and is so no more")
        }
        let left = lines.count - Self.mostLines
        return lines.prefix(Self.mostLines) + (left > 0 ? ["and \(left) more"] : [])
    }

    private mutating func add(_ table: Table, of node: Operator) {
        guard table.rows * table.columns <= Self.mostCells else { return }
        for row in 0..<table.rows {
            for column in 0..<table.columns {
                let text = table.text(row: row, column: column) ?? ""
                guard !text.isEmpty else { continue }
                add(node, "[\(row), \(column)]", "'\(Self.short(text))'")
            }
        }
    }

    private mutating func add(_ node: Operator, _ part: String, _ value: String) {
        let entry = Entry(path: node.path, name: node.path + part, value: value)
        entries.append(entry)
        values[entry.name] = value
    }

    private static func text(of parameter: Parameter) -> String {
        switch parameter.mode {
        case .constant, .export: short(parameter.value.text)
        case .expression: "the expression \(short(parameter.expression))"
        case .bind: "bound to \(short(parameter.bindExpression))"
        }
    }

    private static func short(_ text: String) -> String {
        let line = text.replacing("\n", with: "⏎")
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }
}
