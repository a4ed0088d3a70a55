internal import OperatorNetwork
internal import PythonRuntime

/// `td.DAT`: operators that hold text or a table.
///
/// - Source: <https://docs.derivative.ca/DAT_Class>
enum DATType {
    static var members: [NativeMember] {
        content + file + cells + DATEditing.members + UnbuiltMembers.members(of: "DAT")
    }

    private static var content: [NativeMember] {
        [
            .member("text", { $0.content?.text ?? "" }) { node, value throws(PythonError) in
                let text = try value.text()
                try DATEditing.checkEditable(node)
                try changing { () throws(NetworkError) in try node.content?.setText(text) }
            },
            .member("csv", { $0.content?.csv ?? "" }) { node, value throws(PythonError) in
                let text = try value.text()
                try DATEditing.checkEditable(node)
                try changing { () throws(NetworkError) in try node.content?.setCSV(text) }
            },
            .reading("jsonObject") { node throws(PythonError) in
                try PythonObject.module("json").attribute("loads")
                    .call((node.content?.text ?? "").python())
            },
            .reading("isTable") { $0.content?.kind == .table },
            .reading("isText") { $0.content?.kind == .text },
            .reading("isEditable") { $0.isEditable },
            .reading("numRows") { $0.content?.table.rows ?? 0 },
            .reading("numCols") { $0.content?.table.columns ?? 0 },
            .reading("module") { node throws(PythonError) in
                try Host.running.modules.module(of: node)
            },
            .reading("locals") { _ throws(PythonError) in try PythonObject.dictionary() },
            .calling("run", "*args, **options") { node, call throws(PythonError) in
                try Host.running.runs.run(
                    node.content?.text ?? "", call.rest, call.keywords, from: node,
                    fileName: node.path)
            },
        ]
    }

    private static var file: [NativeMember] {
        [
            .calling("write", "text") { node, call throws(PythonError) in
                let text = try call[0].text()
                try DATEditing.checkEditable(node)
                try changing { () throws(NetworkError) in try node.content?.write(text) }
                return text.unicodeScalars.count
            },
            .calling("flush") { _, _ in PythonObject.none },
            .reading("editingFile") { _ in "" }
                .documented("\(HeadlessMembers.mark) no editor is open here."),
            .calling("isatty") { _, _ in false },
            .calling("save", "filepath=None, append=False, createFolders=False") {
                node, call throws(PythonError) in
                try DATFile.save(node, call)
            },
        ]
    }

    private static var cells: [NativeMember] {
        [
            .calling("cell", "r, c, caseSensitive=True, val=False") {
                node, call throws(PythonError) in
                try cells(of: node, call).first ?? .none
            },
            .calling("cells", "r, c, caseSensitive=True, val=False") {
                node, call throws(PythonError) in
                try cells(of: node, call)
            },
            .calling(
                "findCell",
                "pattern, rows=None, cols=None, valuePattern=True, rowPattern=True, "
                    + "colPattern=True, caseSensitive=False, val=False"
            ) { node, call throws(PythonError) in
                try found(in: node, call).first ?? .none
            },
            .calling(
                "findCells",
                "pattern, rows=None, cols=None, valuePattern=True, rowPattern=True, "
                    + "colPattern=True, caseSensitive=False, val=False"
            ) { node, call throws(PythonError) in
                try found(in: node, call)
            },
        ] + lines("row", "rows", .rows) + lines("col", "cols", .columns)
    }

    private static func lines(_ one: String, _ many: String, _ axis: TableAxis) -> [NativeMember] {
        [
            .calling(one, "*nameOrIndex, caseSensitive=True, val=False") {
                node, call throws(PythonError) in
                guard let first = try positions(of: node, call, axis).first else {
                    return PythonObject.none
                }
                return try line(first, axis, of: node, texts: call.bool(1))
            },
            .calling(many, "*nameOrIndex, caseSensitive=True, val=False") {
                node, call throws(PythonError) in
                var found: [PythonObject] = []
                for position in try positions(of: node, call, axis) {
                    found.append(try line(position, axis, of: node, texts: call.bool(1)))
                }
                return found
            },
        ]
    }

    private static func positions(
        of node: Operator, _ call: NativeCall, _ axis: TableAxis
    ) throws(PythonError) -> [Int] {
        let table = try TableAccess.table(of: node)
        if call.rest.isEmpty { return Array(0..<table.count(along: axis)) }
        var found: [Int] = []
        for name in call.rest {
            found += try TableAccess.positions(
                name, along: axis, in: table, caseSensitive: call.bool(0))
        }
        return found
    }

    private static func line(
        _ position: Int, _ axis: TableAxis, of node: Operator, texts: Bool
    ) throws(PythonError) -> PythonObject {
        let table = try TableAccess.table(of: node)
        if texts { return try (table.texts(of: position, along: axis) ?? []).python() }
        let dat = try OperatorObject.object(of: node)
        var cells: [PythonObject] = []
        let other: TableAxis = axis == .rows ? .columns : .rows
        for place in 0..<table.count(along: other) {
            let (row, column) = axis == .rows ? (position, place) : (place, position)
            cells.append(try CellAccess.make(dat, row: row, column: column))
        }
        return try PythonObject.list(cells)
    }

    private static func cells(
        of node: Operator, _ call: NativeCall
    ) throws(PythonError) -> [PythonObject] {
        let table = try TableAccess.table(of: node)
        let sensitive = try call.bool(2)
        let rows = try TableAccess.positions(
            call[0], along: .rows, in: table, caseSensitive: sensitive)
        let columns = try TableAccess.positions(
            call[1], along: .columns, in: table, caseSensitive: sensitive)
        let places = rows.flatMap { row in columns.map { CellPosition(row: row, column: $0) } }
        return try objects(places, of: node, texts: call.bool(3))
    }

    private static func found(
        in node: Operator, _ call: NativeCall
    ) throws(PythonError) -> [PythonObject] {
        let table = try TableAccess.table(of: node)
        let sensitive = try call.bool(6)
        let text = try call[0].text()
        let pattern = Pattern(text, caseSensitive: sensitive)
        let isPattern = try call.bool(3)
        func positions(_ index: Int, _ axis: TableAxis) throws(PythonError) -> [Int]? {
            guard !call[index].isNone else { return nil }
            var found: [Int] = []
            for value in try call[index].elements() {
                found += try TableAccess.positions(
                    value, along: axis, in: table, caseSensitive: sensitive)
            }
            return found
        }
        let places = try table.findCells(rows: positions(1, .rows), columns: positions(2, .columns))
        {
            isPattern ? pattern.matches($0) : $0 == text
        }
        return try objects(places, of: node, texts: call.bool(7))
    }

    private static func objects(
        _ places: [CellPosition], of node: Operator, texts: Bool
    ) throws(PythonError) -> [PythonObject] {
        let dat = try OperatorObject.object(of: node)
        var objects: [PythonObject] = []
        for place in places {
            let text = node.content?.table.text(row: place.row, column: place.column) ?? ""
            objects.append(
                try texts
                    ? text.python()
                    : CellAccess.make(dat, row: place.row, column: place.column))
        }
        return objects
    }
}
