// SAFETY: this file owns the memory of a table's cells. Every function keeps one invariant: the
// first rows × columns cells are initialised, the rest up to `capacity` are not. Callers have
// checked positions and the limit on cells, so no index leaves the buffer and no product overflows.

/// A table's cells as raw memory, row by row, at an address the layer above may read directly.
///
/// - Shape: rows × columns
/// - Thread: main
package nonisolated struct TableStorage {
    package var cells: UnsafeMutablePointer<TableCell>
    package var rows: Int
    package var columns: Int
    package var capacity: Int
    /// Grows with every write, so that a reader sees that something changed.
    package var version: UInt64
    /// Told of the next change, once; `nil` when nobody asked.
    package var watcher: CookNode?

    init() {
        cells = .allocate(capacity: 1)
        rows = 0
        columns = 0
        capacity = 1
        version = 0
    }

    var count: Int { rows * columns }

    /// Counts a change and tells who waits for it.
    @inline(__always)
    mutating func noteChange() {
        version &+= 1
        if watcher != nil { tellWatcher() }
    }

    /// Tells who waits for a change, once.
    @inline(never)
    package mutating func tellWatcher() {
        let told = watcher
        watcher = nil
        told?.noteChange()
    }

    /// Writes a text and lets go of the companion that knew the old one.
    mutating func setText(_ text: String, at position: Int) {
        let old = cells[position].peer
        cells[position] = TableCell(text: text)
        noteChange()
        if let old { CellPeers.release(old) }
    }

    /// Opens `added` blank rows before row `row`.
    mutating func insertRows(_ added: Int, at row: Int) {
        guard added > 0 else { return }

        let gap = added * columns
        let start = row * columns
        let tail = count - start
        reserve(count + gap)
        (cells + start + gap).moveInitialize(from: cells + start, count: tail)
        (cells + start).initialize(repeating: TableCell(), count: gap)
        rows += added
        noteChange()
    }

    /// Opens `added` blank columns before column `column`.
    mutating func insertColumns(_ added: Int, at column: Int) {
        guard added > 0 else { return }

        let width = columns + added
        let wider = UnsafeMutablePointer<TableCell>.allocate(capacity: max(1, rows * width))
        for row in 0..<rows {
            let source = cells + row * columns
            let target = wider + row * width
            target.moveInitialize(from: source, count: column)
            (target + column).initialize(repeating: TableCell(), count: added)
            (target + column + added).moveInitialize(from: source + column, count: columns - column)
        }
        cells.deallocate()
        cells = wider
        capacity = max(1, rows * width)
        columns = width
        noteChange()
    }

    /// Adds to the end of a cell's known text, in place as long as nobody else holds the text.
    mutating func appendText(_ text: String, at position: Int) {
        let old = cells[position].peer
        cells[position].text?.append(text)
        cells[position].peer = nil
        noteChange()
        if let old { CellPeers.release(old) }
    }

    /// Keeps the cells where a kept row and a kept column cross and drops the others, in one pass.
    mutating func keep(rows keptRows: [Int], columns keptColumns: [Int]) {
        let keepsRow = Self.mask(keptRows, count: rows)
        let keepsColumn = Self.mask(keptColumns, count: columns)
        var dropped: [UnsafeMutableRawPointer] = []
        var target = cells
        var source = cells
        for row in 0..<rows {
            for column in 0..<columns {
                if keepsRow[row] && keepsColumn[column] {
                    if target != source { target.moveInitialize(from: source, count: 1) }
                    target += 1
                } else {
                    if let peer = source.pointee.peer { dropped.append(peer) }
                    source.deinitialize(count: 1)
                }
                source += 1
            }
        }
        rows = keptRows.count
        columns = keptColumns.count
        noteChange()
        for peer in dropped { CellPeers.release(peer) }
    }

    /// Drops every cell and its companion.
    mutating func removeAll() {
        keep(rows: [], columns: [])
    }

    private mutating func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }

        let larger = max(wanted, capacity * 2, 4)
        let moved = UnsafeMutablePointer<TableCell>.allocate(capacity: larger)
        moved.moveInitialize(from: cells, count: count)
        cells.deallocate()
        cells = moved
        capacity = larger
    }

    private static func mask(_ positions: [Int], count: Int) -> [Bool] {
        var mask = [Bool](repeating: false, count: count)
        for position in positions { mask[position] = true }
        return mask
    }
}
