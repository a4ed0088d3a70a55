internal import OperatorNetwork
internal import PythonRuntime

/// The members of DATs that change rows, columns and cells.
///
/// - Source: <https://docs.derivative.ca/DAT_Class>
enum DATEditing {
    static var members: [NativeMember] {
        lines("Row", .rows) + lines("Col", .columns) + whole
    }

    /// Refuses a change of what a cook has made.
    static func checkEditable(_ node: Operator) throws(PythonError) {
        guard !node.isEditable else { return }
        let refusal = TDErrors.error(
            "Expected locked operator, or execution within onCook method")
        let note =
            "\(node.path) is a \(node.type.name), whose content its cook makes; set its lock "
            + "flag to change it by hand."
        _ = try refusal.exception.callMethod("add_note", note.python())
        throw refusal
    }

    private static func lines(_ name: String, _ axis: TableAxis) -> [NativeMember] {
        [
            .calling("append\(name)", "vals=None, nameOrIndex=None, sort=None") {
                node, call throws(PythonError) in
                let values = try TableAccess.texts(call[0])
                let after = try TableAccess.index(call[1])
                return try edit(node) { table throws(NetworkError) in
                    try table.append(values, along: axis, after: after)
                }
            },
            .calling("append\(name)s", "vals, nameOrIndex=None, sort=None") {
                node, call throws(PythonError) in
                var lines: [[String]] = []
                for line in try call[0].elements() { lines.append(try TableAccess.texts(line)) }
                let after = try TableAccess.index(call[1])
                return try edit(node) { [lines] table throws(NetworkError) in
                    try table.append(lines: lines, along: axis, after: after)
                }
            },
            .calling("insert\(name)", "vals=None, nameOrIndex=None, sort=None") {
                node, call throws(PythonError) in
                let values = try TableAccess.texts(call[0])
                let before = try TableAccess.index(call[1])
                return try edit(node) { table throws(NetworkError) in
                    try table.insert(values, along: axis, before: before)
                }
            },
            .calling("replace\(name)", "nameOrIndex, vals=None, entire\(name)=True") {
                node, call throws(PythonError) in
                let index = try existing(call[0])
                let values = try TableAccess.texts(call[1])
                let wholly = try call.bool(2)
                return try edit(node) { table throws(NetworkError) in
                    try table.replace(index, with: values, along: axis, wholly: wholly)
                }
            },
            .calling("delete\(name)", "nameOrIndex") { node, call throws(PythonError) in
                let index = try existing(call[0])
                try edit(node) { table throws(NetworkError) in
                    try table.delete([index], along: axis)
                }
                return PythonObject.none
            },
            .calling("delete\(name)s", "vals=None") { node, call throws(PythonError) in
                var indices: [TableIndex] = []
                if !call[0].isNone {
                    for value in try call[0].elements() { indices.append(try existing(value)) }
                }
                try edit(node) { [indices] table throws(NetworkError) in
                    try table.delete(indices, along: axis)
                }
                return PythonObject.none
            },
        ]
    }

    private static var whole: [NativeMember] {
        [
            .calling("setSize", "rows, cols") { node, call throws(PythonError) in
                let (rows, columns) = try (call.int(0), call.int(1))
                try edit(node) { table throws(NetworkError) in
                    try table.setSize(rows: rows, columns: columns)
                }
                return PythonObject.none
            },
            .calling("clear", "keepSize=False, keepFirstRow=False, keepFirstCol=False") {
                node, call throws(PythonError) in
                try checkEditable(node)
                try node.content?.clear(
                    keepingSize: call.bool(0), keepingFirstRow: call.bool(1),
                    keepingFirstColumn: call.bool(2))
                return PythonObject.none
            },
            .calling("copy", "DAT") { node, call throws(PythonError) in
                guard let other = try OperatorObject.node(of: call[0]).content else {
                    throw TDErrors.error("copy() takes a DAT.")
                }
                try checkEditable(node)
                try changing { () throws(NetworkError) in try node.content?.copy(from: other) }
                return PythonObject.none
            },
            .calling("scroll", "row, col") { _, _ in PythonObject.none }
                .documented("\(HeadlessMembers.mark) no viewer shows the table."),
        ]
    }

    private static func existing(_ value: PythonObject) throws(PythonError) -> TableIndex {
        guard let index = try TableAccess.index(value) else {
            throw PythonError(
                .typeError, "a row or column is named by a number or a label, not None")
        }
        return index
    }

    @discardableResult
    private static func edit<Result>(
        _ node: Operator, _ body: (Table) throws(NetworkError) -> Result
    ) throws(PythonError) -> Result {
        try checkEditable(node)
        let table = try TableAccess.table(of: node)
        node.network?.journal?.contentWillChange(of: node)
        let result = try changing { () throws(NetworkError) in try body(table) }
        node.content?.noteReplacement()
        return result
    }
}
