/// Free text: a script, an extension's class, notes.
///
/// - Source: <https://docs.derivative.ca/Text_DAT>
package nonisolated enum TextDAT {
    package static let type = OperatorType(
        "text", .dat, label: "Text",
        pages: [
            ParameterPage(
                "File",
                [DATPages.edit] + DATPages.kept),
            DATPages.common,
        ],
        initialContent: .text(""), inputLimit: 1)
}
