extension Table {
    /// The first cell, row by row, whose text is accepted.
    ///
    /// - Parameters:
    ///   - rows: The rows to look in; all of them without any.
    ///   - columns: The columns to look in; all of them without any.
    ///   - accepts: Says yes to a text that is looked for.
    /// - Returns: Where it stands, `nil` when there is none.
    /// - Source: <https://docs.derivative.ca/DAT_Class>
    package func findCell(
        rows: [Int]? = nil, columns: [Int]? = nil, where accepts: (String) -> Bool
    ) -> CellPosition? {
        for row in existing(rows, self.rows) {
            for column in existing(columns, self.columns)
            where accepts(text(at: row * self.columns + column)) {
                return CellPosition(row: row, column: column)
            }
        }
        return nil
    }

    /// Every cell, row by row, whose text is accepted; see `findCell`.
    package func findCells(
        rows: [Int]? = nil, columns: [Int]? = nil, where accepts: (String) -> Bool
    ) -> [CellPosition] {
        var found: [CellPosition] = []
        for row in existing(rows, self.rows) {
            for column in existing(columns, self.columns)
            where accepts(text(at: row * self.columns + column)) {
                found.append(CellPosition(row: row, column: column))
            }
        }
        return found
    }

    private func existing(_ wanted: [Int]?, _ count: Int) -> [Int] {
        wanted?.filter { $0 >= 0 && $0 < count } ?? Array(0..<count)
    }
}
