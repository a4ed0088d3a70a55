/// The numbers of a table as channels.
///
/// Selecting by condition takes every row and column.
///
/// - Source: <https://docs.derivative.ca/DAT_to_CHOP>
package nonisolated enum DATToCHOP {
    package static let type = OperatorType(
        "datto", .chop, label: "DAT to",
        pages: [
            ParameterPage(
                "DAT to",
                [.path("dat", "DAT", style: .dat)] + selection("row", "Row", other: "col")
                    + selection("col", "Col", other: "row") + shape), CHOPPages.source(),
        ], inputLimit: 0, cook: { ChannelCooking(cook) })

    private static let shape: CHOPPages.Groups = [
        .menu(
            "output", "Output",
            [
                ("single", "Single Channel"), ("chanperrow", "Channel per Row"),
                ("chanpercol", "Channel per Column"), ("chanpervalue", "Channel per Value"),
            ], default: "chanperrow"), .menu("firstrow", "First Row is", first, default: "values"),
        .menu("firstcolumn", "First Column is", first, default: "names"),
    ]
    private static let first = [("ignored", "Ignored"), ("names", "Names"), ("values", "Values")]

    private static func selection(
        _ name: String, _ label: String, other: String
    ) -> CHOPPages.Groups {
        let otherLabel = other == "col" ? "Column" : "Row"
        return [
            .menu(
                "extract\(name)s", "Select \(label)s",
                [
                    ("all", "All"), ("byname", "by Name"), ("byindex", "by Index"),
                    ("bynameindex", "by Start Name, End Index"),
                    ("byindexname", "by Start Index, End Name"), ("bynames", "by Values"),
                    ("byexpr", "by Condition"),
                ]), .text("\(name)namestart", "Start \(label) Name"),
            .int("\(name)indexstart", "Start \(label) Index", max: 10),
            .text("\(name)nameend", "End \(label) Name"),
            .int("\(name)indexend", "End \(label) Index", max: 10),
            .text("\(name)names", "\(label) Select Values", default: "*"),
            .text("\(name)expr", "\(label) Select Condition"),
            .int("from\(other)", "From \(otherLabel)", max: 10),
        ]
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var result = Channels(rate: cook.now.rate)
        guard let table = try cook.operators("dat").first.flatMap(cook.content)?.table else {
            return result
        }
        let rows = try lines("row", .rows, table, other: "col", cook)
        let columns = try lines("col", .columns, table, other: "row", cook)
        let (firstRow, firstColumn) = try (cook.text("firstrow"), cook.text("firstcolumn"))
        let valueRows = firstRow == "values" ? rows : rows.filter { $0 != 0 }
        let valueColumns = firstColumn == "values" ? columns : columns.filter { $0 != 0 }
        func value(_ row: Int, _ column: Int) -> Float {
            Self.number(table.text(row: row, column: column) ?? "")
        }
        func rowName(_ row: Int) -> String? {
            firstColumn == "names" ? table.text(row: row, column: 0) : nil
        }
        func columnName(_ column: Int) -> String? {
            firstRow == "names" ? table.text(row: 0, column: column) : nil
        }
        func add(_ name: String?, _ samples: [Float]) {
            result.channels.append(.init(name ?? "chan\(result.channels.count + 1)", samples))
        }
        switch try cook.text("output") {
        case "single":
            add(nil, valueRows.flatMap { row in valueColumns.map { value(row, $0) } })
        case "chanpercol":
            for column in valueColumns {
                add(columnName(column), valueRows.map { value($0, column) })
            }
        case "chanpervalue":
            for row in valueRows {
                for column in valueColumns {
                    let names = [rowName(row), columnName(column)].compactMap { $0 }
                    add(names.isEmpty ? nil : names.joined(separator: "_"), [value(row, column)])
                }
            }
        default:
            for row in valueRows { add(rowName(row), valueColumns.map { value(row, $0) }) }
        }
        result.count = result.channels.first?.samples.count ?? 0
        return unique(result)
    }

    /// What a cell counts as: its number, or zero.
    private static func number(_ text: String) -> Float {
        let value = Float(text.split(whereSeparator: \.isWhitespace).first ?? "") ?? 0
        return value.isFinite ? value : 0
    }

    private static func unique(_ channels: Channels) -> Channels {
        var result = channels
        var taken: Set<String> = []
        for index in result.channels.indices {
            let name = Channels.uniqueName(result.channels[index].name, among: taken)
            taken.insert(name)
            result.channels[index].name = name
        }
        return result
    }

    @MainActor
    private static func lines(
        _ name: String, _ axis: TableAxis, _ table: Table, other: String, _ cook: ChannelCook
    ) throws -> [Int] {
        let count = table.count(along: axis)
        let kind = try cook.text("extract\(name)s")
        let labels = { (line: Int) -> String in
            let place = (try? cook.whole("from\(other)")) ?? 0
            return
                (axis == .rows
                ? table.text(row: line, column: place) : table.text(row: place, column: line)) ?? ""
        }
        if kind == "all" || kind == "byexpr" { return Array(0..<count) }
        if kind == "bynames" {
            let pattern = Pattern(try cook.text("\(name)names"))
            return (0..<count).filter { pattern.matches(labels($0)) }
        }
        let (startName, endName) = try (
            cook.text("\(name)namestart"), cook.text("\(name)nameend")
        )
        let first =
            kind.hasPrefix("byname")
            ? (0..<count).first { labels($0) == startName } : try cook.whole("\(name)indexstart")
        let last =
            kind == "byname" || kind == "byindexname"
            ? (0..<count).first { labels($0) == endName } : try cook.whole("\(name)indexend")
        guard let first, let last, first <= last else { return [] }
        return Array(max(0, first)...max(0, last)).filter { $0 < count }
    }
}
