internal import OperatorNetwork
internal import PythonRuntime

/// How Python names rows, columns and cells of a DAT.
///
/// - Source: <https://docs.derivative.ca/DAT_Class>
enum TableAccess {
    /// `dat[row, col]`: a cell, or `None` where there is none.
    static func cell(
        _ dat: PythonObject, _ key: PythonObject
    ) throws(PythonError) -> PythonObject {
        guard let place = try place(dat, key) else { return .none }
        return try CellAccess.make(dat, row: place.row, column: place.column)
    }

    /// `dat[row, col] = text`.
    static func assign(
        _ dat: PythonObject, _ key: PythonObject, _ text: PythonObject
    ) throws(PythonError) {
        let node = try OperatorObject.node(of: dat)
        guard let place = try place(dat, key) else {
            throw TDErrors.error(
                "\(node.path) has no cell [\(try describe(key))]: it has "
                    + "\(node.content?.table.rows ?? 0) rows and "
                    + "\(node.content?.table.columns ?? 0) columns; add the row or column first.")
        }
        try CellAccess.make(dat, row: place.row, column: place.column)
            .setAttribute("val", to: text)
    }

    /// The table of a DAT.
    static func table(of node: Operator) throws(PythonError) -> Table {
        guard let table = node.content?.table else {
            throw TDErrors.error("\(node.path) is a \(node.type.name) and holds no table.")
        }
        return table
    }

    /// A row or column named by a number or an exact label; nil for `None`.
    static func index(_ value: PythonObject) throws(PythonError) -> TableIndex? {
        if value.isNone { return nil }
        if value.isString { return .label(try String(python: value)) }
        if TDModule.shared?.cell.isType(of: value) == true {
            return .label(try CellType.text(of: value))
        }
        do throws(PythonError) {
            return .position(try Int(python: value))
        } catch {
            // No table is that long, so a number beyond all bounds is merely out of range.
            guard error.isKind(of: .overflowError) else { throw error }
            return .position(.max)
        }
    }

    /// The rows or columns that a number or a pattern names.
    static func positions(
        _ value: PythonObject, along axis: TableAxis, in table: Table, caseSensitive: Bool
    ) throws(PythonError) -> [Int] {
        if value.isString {
            let pattern = Pattern(try String(python: value), caseSensitive: caseSensitive)
            return table.positions(labelled: pattern, along: axis)
        }
        guard let index = try index(value) else { return [] }
        return table.position(of: index, along: axis).map { [$0] } ?? []
    }

    /// The texts of a Python iterable; `None` gives none.
    static func texts(_ value: PythonObject) throws(PythonError) -> [String] {
        if value.isNone { return [] }
        if value.isString { return [try String(python: value)] }
        var texts: [String] = []
        for element in try value.elements() { texts.append(try element.text()) }
        return texts
    }

    private static func place(
        _ dat: PythonObject, _ key: PythonObject
    ) throws(PythonError) -> CellPosition? {
        let table = try table(of: OperatorObject.node(of: dat))
        guard key.isTuple, try key.count() == 2 else {
            throw PythonError(
                .typeError,
                "a DAT is indexed by row and column, dat[row, col], not dat[\(try describe(key))]")
        }
        guard let row = try index(key.item(0.python())),
            let column = try index(key.item(1.python())),
            let rowPosition = table.position(of: row, along: .rows),
            let columnPosition = table.position(of: column, along: .columns)
        else { return nil }
        return CellPosition(row: rowPosition, column: columnPosition)
    }

    private static func describe(_ key: PythonObject) throws(PythonError) -> String {
        let text = try key.representation()
        return key.isTuple ? String(text.dropFirst().dropLast()) : text
    }
}
