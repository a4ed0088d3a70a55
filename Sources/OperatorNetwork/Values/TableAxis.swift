/// A table's two directions, for what is done to rows and to columns alike.
package nonisolated enum TableAxis: Sendable {
    case rows
    case columns

    var other: TableAxis { self == .rows ? .columns : .rows }
    var singular: String { self == .rows ? "row" : "column" }
}
