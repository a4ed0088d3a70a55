/// A table of text cells; a fresh one holds one blank cell.
///
/// - Source: <https://docs.derivative.ca/Table_DAT>
package nonisolated enum TableDAT {
    package static let type = OperatorType(
        "table", .dat, label: "Table",
        pages: [
            ParameterPage(
                "Table",
                [DATPages.edit] + DATPages.kept
                    + [.toggle("removeblank", "Remove Blank Lines")]),
            fill, DATPages.common,
        ],
        initialContent: .table, inputLimit: 1)

    private static let fill = ParameterPage(
        "Fill",
        [
            .menu(
                "fill", "Fill Type",
                [
                    ("manual", "Manual"), ("setsize", "Set Size"),
                    ("setsizeandcontents", "Set Size and Contents"),
                    ("fillbycol", "Fill by Column"), ("fillbyrow", "Fill by Row"),
                ]),
            .int("rows", "Rows", default: 1, max: 10),
            .int("cols", "Columns", default: 1, max: 10),
            .text("cellexpr", "Cell Expression"),
            .toggle("includenames", "Include Names"),
            .sequence(
                "fills", "Fills",
                block: [.text("names", "Names"), .text("expr", "Cell Expression")]),
        ])
}
