internal import OperatorNetwork
internal import PythonRuntime

/// The variables of components: a table `local/set_variables`, a name and a value in each row.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>, <https://docs.derivative.ca/Td_Module>
enum ComponentVariables {
    private static let place = ["local", "set_variables"]

    /// The value of a variable, and the COMP it was found in.
    ///
    /// - Parameters:
    ///   - name: The variable.
    ///   - node: Where the search begins.
    ///   - searching: Whether it goes on through the COMPs around.
    /// - Returns: Nil when there is no such variable.
    static func find(
        _ name: String, from node: Operator, searching: Bool = true
    ) -> (value: String, owner: Operator)? {
        var next: Operator? = node
        while let candidate = next {
            if let table = table(of: candidate), let row = row(name, table) {
                return (table.text(row: row, column: 1) ?? "", candidate)
            }
            next = searching ? candidate.parent : nil
        }
        return nil
    }

    /// The names of a component's own variables that match one of the patterns.
    static func names(of component: Operator, matching patterns: [Pattern]) -> [String] {
        guard let table = table(of: component) else { return [] }
        return (0..<table.rows).compactMap { row in
            guard let name = table.text(row: row, column: 0), !name.isEmpty else { return nil }
            return patterns.contains { $0.matches(name) } ? name : nil
        }
    }

    /// Sets a variable of a component; the table is made with the first one.
    static func set(_ name: String, to value: String, of component: Operator) throws(PythonError) {
        try changing { () throws(NetworkError) in
            let table = try madeTable(of: component)
            if let row = row(name, table) {
                try table.replace(.position(row), with: [name, value], along: .rows)
            } else {
                try table.append([name, value], along: .rows)
            }
        }
    }

    /// Removes a variable of a component, if it is there.
    static func remove(_ name: String, of component: Operator) throws(PythonError) {
        guard let table = table(of: component), let row = row(name, table) else { return }
        try changing { () throws(NetworkError) in
            try table.delete([.position(row)], along: .rows)
        }
    }

    private static func row(_ name: String, _ table: Table) -> Int? {
        (0..<table.rows).first { table.text(row: $0, column: 0) == name }
    }

    private static func table(of component: Operator) -> Table? {
        component.child(named: place[0])?.child(named: place[1])?.content?.table
    }

    private static func madeTable(of component: Operator) throws(NetworkError) -> Table {
        let network = Host.network
        let local =
            if let known = component.child(named: place[0]) {
                known
            } else {
                try network.create(BaseCOMP.type, named: place[0], in: component)
            }
        let dat =
            if let known = local.child(named: place[1]) {
                known
            } else {
                try network.create(TableDAT.type, named: place[1], in: local)
            }
        guard let table = dat.content?.table else { return Table() }
        if table.rows == 1, table.columns == 1, table.text(row: 0, column: 0) == "" {
            try table.setSize(rows: 0, columns: 2)
        }
        return table
    }
}
