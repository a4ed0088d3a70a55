/// What a DAT holds: free text or a table, both over one `Table`.
///
/// Free text is the only cell of a table of one row and one column.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/DAT_Class>
package final class Content {
    /// Whether the cells are one free text or a table.
    package nonisolated enum Kind: Sendable {
        case text
        case table
    }

    package private(set) var kind: Kind
    package let table = Table()
    // SAFETY: cleared by the operator's `deinit`, so it never outlives the operator; read on the main
    // thread only.
    private nonisolated(unsafe) unowned(unsafe) var owner: Operator?

    init(kind: Kind, owner: Operator) {
        self.kind = kind
        self.owner = owner
        table.owner = owner
        makeOneCell("")
    }

    /// Lets go of the operator, whose `deinit` runs.
    nonisolated func ownerEnds() {
        owner = nil
        table.ownerEnds()
    }

    /// Grows with every write.
    package var version: UInt64 { table.version }

    /// The free text, or the table with tabs between columns and newlines between rows.
    package var text: String {
        switch kind {
        case .text: table.text(row: 0, column: 0) ?? ""
        case .table:
            TabSeparated.write(rows: table.rows, columns: table.columns) {
                table.text(at: $0 * table.columns + $1)
            }
        }
    }

    /// The cells as CSV, in which cells may hold newlines.
    package var csv: String {
        CommaSeparated.write(rows: table.rows, columns: table.columns) {
            table.text(at: $0 * table.columns + $1)
        }
    }

    /// Replaces everything; a table is read from tabs and newlines.
    ///
    /// - Throws: `NetworkError` when the text makes more cells than a table may hold.
    package func setText(_ text: String) throws(NetworkError) {
        announceReplacement()
        switch kind {
        case .text: makeOneCell(text)
        case .table: try fill(TabSeparated.read(text))
        }
        noteReplacement()
    }

    /// Replaces everything by what a CSV text holds; free text takes it as it is.
    ///
    /// - Throws: `NetworkError` when the text makes more cells than a table may hold.
    package func setCSV(_ text: String) throws(NetworkError) {
        guard kind == .table else { return try setText(text) }
        announceReplacement()
        try fill(CommaSeparated.read(text))
        noteReplacement()
    }

    /// Replaces everything by rows of cells; shorter rows are filled with blanks.
    ///
    /// - Throws: `NetworkError` when there are more cells than a table may hold.
    package func setRows(_ rows: [[String]]) throws(NetworkError) {
        guard kind == .table else {
            return try setText(
                TabSeparated.write(
                    rows: rows.count, columns: rows.map(\.count).max() ?? 0,
                    cell: { $1 < rows[$0].count ? rows[$0][$1] : "" }))
        }
        announceReplacement()
        try fill(rows)
        noteReplacement()
    }

    /// Adds text at the end, as writing to an open file would.
    ///
    /// - Throws: `NetworkError` when the text makes more cells than a table may hold.
    package func write(_ text: String) throws(NetworkError) {
        guard !text.isEmpty else { return }
        guard kind == .text, table.text(row: 0, column: 0) != nil else {
            return try setText(self.text + text)
        }
        announceReplacement()
        table.storage.pointee.appendText(text, at: 0)
        noteReplacement()
    }

    /// Removes everything: a table keeps what the flags say, free text becomes empty.
    package func clear(
        keepingSize: Bool = false, keepingFirstRow: Bool = false, keepingFirstColumn: Bool = false
    ) {
        announceReplacement()
        switch kind {
        case .text: makeOneCell("")
        case .table:
            table.clear(
                keepingSize: keepingSize, keepingFirstRow: keepingFirstRow,
                keepingFirstColumn: keepingFirstColumn)
        }
        noteReplacement()
    }

    /// Takes over another DAT's content, as text or as cells.
    ///
    /// - Throws: `NetworkError` when the other's text makes more cells than a table may hold.
    package func copy(from other: Content) throws(NetworkError) {
        guard other !== self else { return }

        if kind == other.kind {
            announceReplacement()
            table.copy(from: other.table)
            noteReplacement()
        } else {
            try setText(other.text)
        }
    }

    /// Makes a table of free text, or free text of a table, with the same words.
    ///
    /// - Throws: `NetworkError` when the text makes more cells than a table may hold.
    package func convert(to newKind: Kind) throws(NetworkError) {
        guard newKind != kind else { return }
        let words = text
        kind = newKind
        try setText(words)
    }

    /// Makes the content a free text, as a cook does; observers are not told.
    func become(text: String) {
        kind = .text
        makeOneCell(text)
    }

    /// Makes the content a table, as a cook does; observers are not told.
    ///
    /// - Parameter rows: The cells; shorter rows are filled with blanks.
    /// - Throws: `NetworkError` when there are more cells than a table may hold.
    func become(rows: [[String]]) throws(NetworkError) {
        kind = .table
        try fill(rows)
    }

    /// Makes the content a copy of another one, as a cook does; observers are not told.
    ///
    /// - Parameter other: What to copy; `nil` leaves a table without cells.
    func become(copyOf other: Content?) {
        guard other !== self else { return }
        kind = other?.kind ?? .table
        table.copy(from: other?.table ?? Table())
    }

    /// Tells observers that the content was replaced from outside, cell by cell.
    package func noteReplacement() {
        guard let owner else { return }
        owner.network?.note(.contentReplaced(owner))
    }

    private func announceReplacement() {
        guard let owner else { return }
        owner.network?.journal?.contentWillChange(of: owner)
    }

    /// Makes the table one cell with a text, without telling anyone.
    func makeOneCell(_ text: String) {
        if table.rows != 1 || table.columns != 1 {
            table.storage.pointee.removeAll()
            table.storage.pointee.insertColumns(1, at: 0)
            table.storage.pointee.insertRows(1, at: 0)
        }
        table.storage.pointee.setText(text, at: 0)
    }

    private func fill(_ rows: [[String]]) throws(NetworkError) {
        let columns = rows.lazy.map(\.count).max() ?? 0
        try table.setSize(rows: rows.count, columns: columns)
        for (row, texts) in rows.enumerated() {
            for column in 0..<columns {
                table.storage.pointee.setText(
                    column < texts.count ? texts[column] : "", at: row * columns + column)
            }
        }
    }
}
