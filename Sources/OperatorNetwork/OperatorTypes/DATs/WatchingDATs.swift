/// The DATs that hear of what happens to other operators.
///
/// - Source: <https://docs.derivative.ca/DAT_Execute_DAT>, <https://docs.derivative.ca/OP_Execute_DAT>,
///   <https://docs.derivative.ca/Error_DAT>
nonisolated enum WatchingDATs {
    /// The behaviour of a type by its full name.
    static let behaviours: [String: OperatorBehaviour] = [
        "datexecuteDAT": watching(
            ["onTableChange(dat, prevDAT, info)"],
            toggles: ["rowchange", "colchange", "cellchange", "sizechange"],
            on: ["tablechange"]),
        "errorDAT": OperatorBehaviour(
            inputLimit: 0,
            values: [
                "active": .bool(true), "severity": .string("*"), "type": .string("*"),
                "source": .string("*"), "message": .string("*"), "logcurrent": .none,
                "clamp": .bool(true), "maxlines": .int(100), "clear": .none,
            ],
            callbacks: """
                def onError(dat, rowIndex, message, absFrame, frame, severity, type, source):
                \treturn

                """),
        "opexecuteDAT": watching(
            [
                "onPreCook(changeOp)", "onPostCook(changeOp)", "onDestroy()",
                "onFlagChange(changeOp, flag)", "onWireChange(changeOp)",
                "onNameChange(changeOp)", "onPathChange(changeOp)", "onUIChange(changeOp)",
                "onNumChildrenChange(changeOp)", "onChildRename(changeOp)",
                "onCurrentChildChange(changeOp)", "onExtensionChange(changeOp, extension)",
            ],
            toggles: [
                "precook", "postcook", "opdelete", "flagchange", "wirechange", "namechange",
                "pathchange", "uichange", "numchildrenchange", "childrename",
                "currentchildchange", "extensionchange",
            ]),
    ]

    private static func watching(
        _ callbacks: [String], toggles: [String], on: [String] = []
    ) -> OperatorBehaviour {
        var values: [String: ParameterValue] = [
            "active": .bool(true), "syncfile": .bool(false), "loadonstart": .bool(false),
            "write": .bool(false),
        ]
        for name in toggles { values[name] = .bool(false) }
        for name in on { values[name] = .bool(true) }
        let text = callbacks.map { "def \($0):\n\treturn\n" }.joined(separator: "\n")
        return OperatorBehaviour(initialContent: .text(text), inputLimit: 0, values: values)
    }
}
