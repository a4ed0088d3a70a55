/// Why the network refused a change.
package nonisolated struct NetworkError: Error, Sendable {
    /// What kind of refusal it is.
    package nonisolated enum Kind: Sendable {
        case name
        case place
        case wire
        case table
    }

    package let kind: Kind
    /// The path of the operator that was to change.
    package let path: String
    /// The name, type or label that was asked for, when there was one.
    package let name: String?
    /// The text TouchDesigner shows, or a sentence of ours where it has none.
    package let message: String
    /// What was tried, on what, why it failed and what to do instead.
    package let explanation: String

    init(
        _ kind: Kind, path: String, name: String? = nil, message: String? = nil,
        explanation: String
    ) {
        self.kind = kind
        self.path = path
        self.name = name
        self.message = message ?? explanation
        self.explanation = explanation
    }
}

nonisolated extension NetworkError: CustomStringConvertible {
    package var description: String {
        message == explanation ? explanation : "\(message) \(explanation)"
    }
}

@MainActor
extension NetworkError {
    /// - Source: <https://docs.derivative.ca/OP_Class>
    private static let invalidName = "Invalid or duplicate operator name."

    static func illegalName(_ name: String, at path: String) -> NetworkError {
        NetworkError(
            .name, path: path, name: name, message: invalidName,
            explanation: "The name '\(name)' was not given to \(path): a name needs at least one "
                + "character and only ASCII letters, digits and '_'.")
    }

    static func takenName(_ name: String, at path: String, by holder: Operator) -> NetworkError {
        NetworkError(
            .name, path: path, name: name, message: invalidName,
            explanation: "The name '\(name)' was not given to \(path): it belongs to "
                + "\(holder.path); choose another name or rename that operator first.")
    }

    static func noFreeName(_ name: String, in path: String) -> NetworkError {
        NetworkError(
            .name, path: path, name: name, message: invalidName,
            explanation: "No number is free after '\(name)' in \(path); choose another name.")
    }

    static func root(_ attempt: String) -> NetworkError {
        NetworkError(
            .place, path: "/",
            explanation: "The root '/' can't be \(attempt); do it with one of its children.")
    }

    static func gone(_ name: String, attempt: String) -> NetworkError {
        NetworkError(
            .place, path: name, name: name,
            explanation: "'\(name)' can't be \(attempt): it is destroyed, or belongs to another "
                + "network; look the operator up again.")
    }

    static func noRoom(for name: String, in parent: Operator) -> NetworkError {
        let reason =
            parent.type.family == .comp
            ? "it is being destroyed; create it elsewhere, or before"
            : "it is a \(parent.type.name), and only COMPs hold operators; use its parent"
        return NetworkError(
            .place, path: parent.path, name: name,
            explanation: "'\(name)' can't be created in \(parent.path): \(reason).")
    }

    static func noWire(from source: Operator, to target: Operator, why: String) -> NetworkError {
        NetworkError(
            .wire, path: target.path, name: source.name,
            explanation: "\(source.path) can't be wired to \(target.path): \(why).")
    }

    static func noDock(_ child: Operator, to host: Operator, why: String) -> NetworkError {
        NetworkError(
            .place, path: child.path, name: host.name,
            explanation: "\(child.path) can't be docked to \(host.path): \(why).")
    }

    static func noSuchCell(row: Int, column: Int, of table: Table) -> NetworkError {
        tableError(
            "has no cell [\(row), \(column)]: it has \(table.rows) rows and \(table.columns) "
                + "columns, counted from 0; add the row or column first.", table, name: nil)
    }

    static func noSuchLine(_ index: TableIndex, _ axis: TableAxis, of table: Table) -> NetworkError
    {
        tableError(
            "has no \(axis.singular) \(index): it has \(table.rows) rows and \(table.columns) "
                + "columns; name an existing one by number from 0 or by its exact label.",
            table, name: "\(index)")
    }

    static func tableSize(rows: Int, columns: Int, of table: Table) -> NetworkError {
        tableError(
            "can't be made \(rows) rows by \(columns) columns: sizes are 0 or more, and at most "
                + "\(Table.cellLimit) cells; keep large data in Python or in a file.",
            table, name: nil)
    }

    private static func tableError(_ text: String, _ table: Table, name: String?) -> NetworkError {
        let path = table.owner?.path ?? "A table without an operator"
        return NetworkError(.table, path: path, name: name, explanation: "\(path) \(text)")
    }
}
