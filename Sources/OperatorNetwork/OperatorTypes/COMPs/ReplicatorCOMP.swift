/// Makes a copy of an operator for each row of a table, or a number of copies.
///
/// - Source: <https://docs.derivative.ca/Replicator_COMP>
package nonisolated enum ReplicatorCOMP {
    package static let type = OperatorType(
        "replicator", .comp, label: "Replicator",
        pages: [page, ComponentPages.extensions, ComponentPages.common])

    private static let page = ParameterPage("Replicator", source + target + updates)

    private static let source: [[ParameterDefinition]] = [
        .menu(
            "method", "Replication Method", [("bynum", "By Number"), ("bytable", "By Table")],
            default: "bytable"),
        .int("numreplicants", "Number of Replicants", default: 1, max: 10),
        .path("template", "Template DAT Table", style: .dat),
        .menu(
            "namefromtable", "Name from Table",
            [
                ("rowindex", "Row Index"), ("colbyindex", "Column by Index"),
                ("colbyname", "Column by Name"),
            ]),
        .toggle("ignorefirstrow", "Ignore First Row", default: true),
        .text("colname", "Column Name", default: "name"),
        .int("colindex", "Column Index", max: 10),
        .text("opprefix", "Operator Prefix", default: "item"),
    ]

    private static let target: [[ParameterDefinition]] = [
        .path("master", "Master Operator"),
        .text("destination", "Destination", default: ".."),
        .toggle("domaxops", "Maximum Operators"),
        .int("maxops", "Maximum Operators", default: 100, max: 100),
        .text("tscript", "Script"),
        .menu("scriptmenu", "Script Names", [], open: true),
        .path("callbacks", "Callbacks DAT", style: .dat),
        .menu(
            "layout", "Layout",
            [
                ("off", "Off"), ("horizontal", "Horizontal"), ("vertical", "Vertical"),
                ("grid", "Grid"),
            ], default: "grid"),
        .numbers(
            "layoutorigin", "Layout Origin", style: .int, suffixes: ["1", "2"],
            default: [200, 0], max: 1000),
    ]

    private static let updates: [[ParameterDefinition]] = [
        .toggle("doincremental", "Incremental Update"),
        .int("increment", "Incremental Update", default: 1, max: 10),
        .pulse("recreateall", "Recreate All Operators"),
        .pulse("recreatemissing", "Recreate Missing Operators"),
    ]
}
