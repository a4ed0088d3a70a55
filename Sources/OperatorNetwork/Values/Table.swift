/// Rows × columns of text cells.
///
/// Positions that don't exist never trap: reading gives `nil`, writing throws.
///
/// - Shape: rows × columns
/// - Thread: main
/// - Source: <https://docs.derivative.ca/DAT_Class>
package final class Table {
    /// The most cells a table may hold; more is refused rather than left to run out of memory.
    package static let cellLimit = 50_000_000

    // SAFETY: allocated in `init`, freed in `deinit`, at one address in between; read and written
    // on the main thread only, which the class's isolation and the layer above's guard keep.
    /// The cells in memory; the address is fixed for the table's life.
    package nonisolated(unsafe) let storage: UnsafeMutablePointer<TableStorage>

    /// Lets a node tell its readers at the next change.
    func tellNextChange(to node: CookNode) {
        storage.pointee.watcher = node
    }

    // SAFETY: cleared by the operator's `deinit`, so it never outlives the operator; read on the main
    // thread only.
    /// The operator whose content this is, for messages.
    nonisolated(unsafe) unowned(unsafe) var owner: Operator?

    /// Lets go of the operator, whose `deinit` runs.
    nonisolated func ownerEnds() { owner = nil }

    /// Makes a table of blank cells.
    ///
    /// - Throws: `NetworkError` for a negative size or more cells than `cellLimit`.
    package convenience init(rows: Int, columns: Int) throws(NetworkError) {
        self.init()
        try setSize(rows: rows, columns: columns)
    }

    /// Makes a table without cells.
    package init() {
        // SAFETY: the one allocation behind `storage`, see there.
        storage = .allocate(capacity: 1)
        storage.initialize(to: TableStorage())
    }

    deinit {
        storage.pointee.removeAll()
        storage.pointee.cells.deallocate()
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    package var rows: Int { storage.pointee.rows }
    package var columns: Int { storage.pointee.columns }

    /// Grows with every write to any cell and with every change of size.
    package var version: UInt64 { storage.pointee.version }

    /// The text of a cell, counted from 0; `nil` where there is no cell.
    ///
    /// A text that only the cell's companion knows is read from it and kept.
    package func text(row: Int, column: Int) -> String? {
        guard let position = cell(row, column) else { return nil }
        return text(at: position)
    }

    /// Writes the text of a cell that exists.
    ///
    /// - Throws: `NetworkError` where there is no cell.
    package func setText(_ text: String, row: Int, column: Int) throws(NetworkError) {
        guard let position = cell(row, column) else {
            throw .noSuchCell(row: row, column: column, of: self)
        }
        storage.pointee.setText(text, at: position)
    }

    /// The position of a row or column, `nil` when there is none of that index.
    ///
    /// Labels are compared exactly; the first of equal labels wins.
    package func position(of index: TableIndex, along axis: TableAxis) -> Int? {
        let count = self.count(along: axis)
        switch index {
        case .position(let number):
            // Compared first: adding to a hugely negative number is fine, to `Int.max` is not.
            let position = number < 0 ? number + count : number
            return position >= 0 && position < count ? position : nil
        case .label(let label):
            guard self.count(along: axis.other) > 0 else { return nil }
            return (0..<count).first { self.label(of: $0, along: axis) == label }
        }
    }

    /// The positions of the rows or columns whose label matches a pattern.
    package func positions(labelled pattern: Pattern, along axis: TableAxis) -> [Int] {
        guard count(along: axis.other) > 0 else { return [] }
        return (0..<count(along: axis)).filter { pattern.matches(label(of: $0, along: axis)) }
    }

    /// How many rows or columns there are.
    package func count(along axis: TableAxis) -> Int {
        axis == .rows ? rows : columns
    }

    /// The texts of one row or column, `nil` where there is none.
    package func texts(of line: Int, along axis: TableAxis) -> [String]? {
        guard line >= 0, line < count(along: axis) else { return nil }
        return (0..<count(along: axis.other)).map { text(at: cellPosition(line, $0, axis)) }
    }

    /// The text of the cell at a position in the storage that is known to exist.
    func text(at position: Int) -> String {
        if let text = storage.pointee.cells[position].text { return text }

        let text = storage.pointee.cells[position].peer.map(CellPeers.readText) ?? ""
        storage.pointee.cells[position].text = text
        return text
    }

    /// Where a cell lies in the storage, named by its line along an axis and its place in it.
    func cellPosition(_ line: Int, _ place: Int, _ axis: TableAxis) -> Int {
        axis == .rows ? line * columns + place : place * columns + line
    }

    private func cell(_ row: Int, _ column: Int) -> Int? {
        row >= 0 && row < rows && column >= 0 && column < columns
            ? row * columns + column : nil
    }

    private func label(of line: Int, along axis: TableAxis) -> String {
        text(at: cellPosition(line, 0, axis))
    }
}
