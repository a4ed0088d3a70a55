extension Table {
    /// Adds a row or column after another one, or at the end.
    ///
    /// - Parameters:
    ///   - values: The texts; missing ones are blank, more than fit widen the table.
    ///   - axis: Whether to add a row or a column.
    ///   - index: What to add it after; the end without one.
    /// - Returns: The position of the new row or column.
    /// - Throws: `NetworkError` when `index` names nothing, or past `cellLimit`.
    /// - Source: <https://docs.derivative.ca/DAT_Class>
    @discardableResult
    package func append(
        _ values: [String] = [], along axis: TableAxis, after index: TableIndex? = nil
    ) throws(NetworkError) -> Int {
        try append(lines: [values], along: axis, after: index)
    }

    /// Adds several rows or columns after another one, or at the end.
    ///
    /// - Returns: The position of the last one added; without any, the one before their place.
    /// - Throws: `NetworkError` when `index` names nothing, or past `cellLimit`.
    @discardableResult
    package func append(
        lines: [[String]], along axis: TableAxis, after index: TableIndex? = nil
    ) throws(NetworkError) -> Int {
        let start = try index.map { index throws(NetworkError) in
            try existing(index, along: axis) + 1
        }
        let first = start ?? count(along: axis)
        try insert(lines: lines, at: first, along: axis)
        return first + lines.count - 1
    }

    /// Adds a row or column before another one, or at the start.
    ///
    /// - Returns: The position of the new row or column.
    /// - Throws: `NetworkError` when `index` names nothing, or past `cellLimit`.
    @discardableResult
    package func insert(
        _ values: [String] = [], along axis: TableAxis, before index: TableIndex? = nil
    ) throws(NetworkError) -> Int {
        let position = try index.map { index throws(NetworkError) in
            try existing(index, along: axis)
        }
        try insert(lines: [values], at: position ?? 0, along: axis)
        return position ?? 0
    }

    /// Writes new texts into a row or column that exists.
    ///
    /// - Parameters:
    ///   - index: What to write into.
    ///   - values: The texts from the start; more than fit widen the table.
    ///   - axis: Whether `index` names a row or a column.
    ///   - wholly: Whether cells past the last value become blank; otherwise they stay.
    /// - Returns: The position of the row or column.
    /// - Throws: `NetworkError` when `index` names nothing, or past `cellLimit`.
    @discardableResult
    package func replace(
        _ index: TableIndex, with values: [String], along axis: TableAxis, wholly: Bool = true
    ) throws(NetworkError) -> Int {
        let position = try existing(index, along: axis)
        try widen(to: values.count, along: axis.other)
        write(values, line: position, axis)
        if wholly, values.count < count(along: axis.other) {
            for place in values.count..<count(along: axis.other) {
                storage.pointee.setText("", at: cellPosition(position, place, axis))
            }
        }
        return position
    }

    /// Removes rows or columns; removing none changes nothing.
    ///
    /// - Throws: `NetworkError` when an index names nothing; nothing is removed then.
    package func delete(_ indices: [TableIndex], along axis: TableAxis) throws(NetworkError) {
        guard !indices.isEmpty else { return }

        var removed = Set<Int>()
        for index in indices { removed.insert(try existing(index, along: axis)) }
        keep((0..<count(along: axis)).filter { !removed.contains($0) }, along: axis)
    }

    /// Gives the table a size; new cells are blank, cells outside are dropped.
    ///
    /// - Throws: `NetworkError` for a negative size or more cells than `cellLimit`.
    package func setSize(rows: Int, columns: Int) throws(NetworkError) {
        try checkSize(rows, columns)
        keep(Array(0..<min(rows, self.rows)), along: .rows)
        keep(Array(0..<min(columns, self.columns)), along: .columns)
        storage.pointee.insertColumns(columns - self.columns, at: self.columns)
        storage.pointee.insertRows(rows - self.rows, at: self.rows)
    }

    /// Removes everything, or blanks it.
    ///
    /// - Parameters:
    ///   - keepingSize: Whether cells stay and become blank.
    ///   - keepingFirstRow: Whether the first row keeps its texts.
    ///   - keepingFirstColumn: Whether the first column keeps its texts.
    package func clear(
        keepingSize: Bool = false, keepingFirstRow: Bool = false, keepingFirstColumn: Bool = false
    ) {
        // A first row and a first column that both stay leave no cell to remove.
        if keepingSize || keepingFirstRow && keepingFirstColumn {
            for row in min(rows, keepingFirstRow ? 1 : 0)..<rows {
                for column in min(columns, keepingFirstColumn ? 1 : 0)..<columns {
                    storage.pointee.setText("", at: row * columns + column)
                }
            }
        } else if keepingFirstRow {
            keep(Array(0..<min(1, rows)), along: .rows)
        } else if keepingFirstColumn {
            keep(Array(0..<min(1, columns)), along: .columns)
        } else {
            storage.pointee.removeAll()
        }
    }

    /// Takes over another table's size and texts.
    package func copy(from other: Table) {
        guard other !== self else { return }

        storage.pointee.removeAll()
        storage.pointee.insertColumns(other.columns, at: 0)
        storage.pointee.insertRows(other.rows, at: 0)
        for position in 0..<other.storage.pointee.count {
            storage.pointee.setText(other.text(at: position), at: position)
        }
    }

    private func insert(
        lines: [[String]], at start: Int, along axis: TableAxis
    ) throws(NetworkError) {
        guard !lines.isEmpty else { return }

        // A first row makes a first column, even when it brings no text.
        let width = max(1, lines.map(\.count).max() ?? 0, count(along: axis.other))
        let length = count(along: axis) + lines.count
        try checkSize(axis == .rows ? length : width, axis == .rows ? width : length)
        try widen(to: width, along: axis.other)
        if axis == .rows {
            storage.pointee.insertRows(lines.count, at: start)
        } else {
            storage.pointee.insertColumns(lines.count, at: start)
        }
        for (offset, values) in lines.enumerated() { write(values, line: start + offset, axis) }
    }

    private func write(_ values: [String], line: Int, _ axis: TableAxis) {
        for (place, text) in values.enumerated() {
            storage.pointee.setText(text, at: cellPosition(line, place, axis))
        }
    }

    private func widen(to width: Int, along axis: TableAxis) throws(NetworkError) {
        let added = width - count(along: axis)
        guard added > 0 else { return }

        if axis == .rows {
            try checkSize(width, columns)
            storage.pointee.insertRows(added, at: rows)
        } else {
            try checkSize(rows, width)
            storage.pointee.insertColumns(added, at: columns)
        }
    }

    private func keep(_ lines: [Int], along axis: TableAxis) {
        guard lines.count < count(along: axis) else { return }
        storage.pointee.keep(
            rows: axis == .rows ? lines : Array(0..<rows),
            columns: axis == .columns ? lines : Array(0..<columns))
    }

    private func existing(_ index: TableIndex, along axis: TableAxis) throws(NetworkError) -> Int {
        guard let position = position(of: index, along: axis) else {
            throw .noSuchLine(index, axis, of: self)
        }
        return position
    }

    private func checkSize(_ rows: Int, _ columns: Int) throws(NetworkError) {
        // An empty direction counts as one: a million rows without columns are still a million.
        let (cells, overflow) = max(1, rows).multipliedReportingOverflow(by: max(1, columns))
        guard rows >= 0, columns >= 0, !overflow, cells <= Self.cellLimit else {
            throw .tableSize(rows: rows, columns: columns, of: self)
        }
    }
}
