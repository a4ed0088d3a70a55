import OperatorNetwork
import Testing

@MainActor @Suite struct TableFindingTests {
    let table = Table()

    init() throws {
        try table.append(lines: [["a", "b", "a"], ["c", "a", "d"]], along: .rows)
    }

    @Test func `the first cell row by row is found`() {
        #expect(table.findCell { $0 == "a" } == CellPosition(row: 0, column: 0))
        #expect(table.findCell(rows: [1]) { $0 == "a" } == CellPosition(row: 1, column: 1))
        #expect(table.findCell(columns: [2]) { $0 == "a" } == CellPosition(row: 0, column: 2))
        #expect(table.findCell { $0 == "x" } == nil)
    }

    @Test func `all cells are found, within the rows and columns asked for`() {
        let all = table.findCells { Pattern("a").matches($0) }

        #expect(all.map { [$0.row, $0.column] } == [[0, 0], [0, 2], [1, 1]])
        #expect(table.findCells(rows: [0], columns: [1, 2]) { $0 == "a" }.count == 1)
        #expect(table.findCells(rows: [], columns: nil) { _ in true }.isEmpty)
        #expect(table.findCells(rows: [-1, 7, .max], columns: nil) { _ in true }.isEmpty)
    }
}
