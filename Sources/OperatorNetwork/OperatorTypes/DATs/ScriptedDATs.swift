/// The DAT types that the modules in `understudy_dats` cook, one line each.
///
/// First values are the ones the documentation names; where it is silent, the ones that let a fresh
/// operator give on what comes in.
nonisolated enum ScriptedDATs {
    /// The behaviour of a type by its full name.
    static let behaviours: [String: OperatorBehaviour] = [
        "convertDAT": scripted(
            "convert", inputs: 1,
            values: ["delimiters": .string("\\t"), "spacers": .string("\\t")]),
        "evaluateDAT": scripted(
            "evaluate", inputs: 2,
            values: scope.merging(["dependency": .bool(true), "backslash": .bool(false)]) { $1 }),
        "examineDAT": scripted(
            "examine", inputs: 0,
            values: [
                "subkey": .string(""), "expression": .string(""), "level": .string("*"),
                "key": .string("*"), "type": .string("*"), "value": .string("*"),
                "expandclasses": .bool(false), "maxlevels": .int(10), "format": .string("table"),
                "outputheaders": .bool(true), "outputlevel": .bool(true),
                "outputkey": .bool(true), "outputtype": .bool(true), "outputvalue": .bool(true),
            ]),
        "fifoDAT": scripted(
            "fifo", inputs: 0, isEditable: true,
            values: [
                "clamp": .bool(true), "maxlines": .int(100), "clear": .none,
                "firstrow": .bool(false),
            ],
            callbacks: "def onNewRow(dat, rowIndex, cells):\n\treturn\n"),
        "fileinDAT": scripted(
            "filein", inputs: 0, values: ["converttable": .bool(false), "refresh": .bool(false)]),
        "fileoutDAT": scripted(
            "fileout", inputs: 1,
            values: ["n": .int(0), "write": .none, "append": .bool(false)]),
        "folderDAT": scripted("folder", inputs: 0, values: folder),
        "inDAT": scripted("null", inputs: 1),
        "indicesDAT": scripted(
            "indices", inputs: 0,
            values: [
                "start": .double(0), "end": .double(1), "level": .double(0), "origin": .double(0),
            ]),
        "infoDAT": scripted("info", inputs: 0, values: ["passive": .bool(false)]),
        "insertDAT": scripted(
            "insert", inputs: 1,
            values: [
                "index": .int(0), "contents": .string(""), "includenames": .bool(false),
                "replaceduplicate": .bool(false),
            ]),
        "jsonDAT": scripted(
            "json", inputs: 1,
            values: [
                "filter": .string("$"), "expression": .string("me.results"),
                "formatoutput": .bool(true), "holdlast": .bool(false),
            ]),
        "lookupDAT": scripted(
            "lookup", inputs: 2,
            values: [
                "valuename": .string(""), "valueindex": .int(0), "includeheader": .bool(false),
            ]),
        "mergeDAT": scripted(
            "merge", inputs: nil,
            values: [
                "byname": .bool(false), "spacer": .string(" "), "unmatched": .bool(true),
            ]),
        "monitorsDAT": scripted("monitors", inputs: 0, values: ["bounds": .bool(false)]),
        "nullDAT": scripted("null", inputs: 1),
        "opfindDAT": scripted("opfind", inputs: 0, values: find, callbacks: findCallbacks),
        "outDAT": scripted("null", inputs: 1),
        "parameterDAT": scripted("parameter", inputs: 0, values: parameter),
        "reorderDAT": scripted(
            "reorder", inputs: 1,
            values: [
                "before": .string(""), "after": .string(""), "order": .string(""),
                "delete": .bool(false),
            ]),
        "scriptDAT": OperatorBehaviour(
            inputLimit: nil, values: ["setuppars": .none], callbacks: scriptCallbacks
        ) { CallbackCooking() },
        "selectDAT": scripted(
            "select", inputs: 1,
            values: selection.merging(["firstrow": .bool(true), "firstcol": .bool(false)]) { $1 }),
        "sortDAT": scripted(
            "sort", inputs: 1,
            values: [
                "name": .string(""), "index": .int(0), "seed": .double(1),
                "ignorecase": .bool(false), "preservefirst": .bool(false), "reverse": .bool(false),
            ]),
        "substituteDAT": scripted(
            "substitute", inputs: 1,
            values: scope.merging([
                "before": .string(""), "after": .string(""), "case": .bool(true),
                "expand": .bool(false), "expandto": .bool(false), "first": .bool(false),
            ]) { $1 }),
        "switchDAT": scripted("switch", inputs: nil, values: ["index": .double(0)]),
        "transposeDAT": scripted("transpose", inputs: 1),
        "xmlDAT": scripted("xml", inputs: 2, values: xml),
    ]

    /// The condition that the Select Rows and Select Cols parameters begin with.
    private static let condition = ParameterValue.string("re.match('.*', me.inputCell.val) != None")

    private static let selection: [String: ParameterValue] = [
        "rownamestart": .string(""), "rowindexstart": .int(0), "rownameend": .string(""),
        "rowindexend": .int(0), "rownames": .string(""), "rowexpr": condition,
        "fromcol": .int(0), "colnamestart": .string(""), "colindexstart": .int(0),
        "colnameend": .string(""), "colindexend": .int(0), "colnames": .string(""),
        "colexpr": condition, "fromrow": .int(0),
    ]

    private static let scope = selection.merging([
        "xfirstrow": .bool(false), "xfirstcol": .bool(false),
    ]) { $1 }

    private static let folder: [String: ParameterValue] = [
        "active": .bool(true), "refresh": .bool(false), "async": .bool(false),
        "folders": .string("*"), "names": .string("*"), "allextensions": .bool(true),
        "imageextensions": .bool(false), "movieextensions": .bool(false),
        "audioextensions": .bool(false), "extensions": .string(""), "subfolders": .bool(false),
        "mindepth": .int(0), "limitdepth": .bool(false), "maxdepth": .int(1),
        "namecol": .bool(true), "basenamecol": .bool(true), "extensioncol": .bool(true),
        "typecol": .bool(true), "sizecol": .bool(true), "depthcol": .bool(true),
        "foldercol": .bool(true), "pathcol": .bool(true), "relpathcol": .bool(true),
        "datecreatedcol": .bool(true), "datemodifiedcol": .bool(true),
        "dateaccessedcol": .bool(false),
    ]

    private static let find: [String: ParameterValue] = [
        "activecook": .string("auto"), "includecomponent": .bool(false),
        "includewired": .bool(false), "mindepth": .int(1), "limitmaxdepth": .bool(false),
        "maxdepth": .int(1), "limitmaxops": .bool(false), "maxops": .int(1000),
        "objects": .bool(true), "panels": .bool(true), "other": .bool(true), "tops": .bool(true),
        "chops": .bool(true), "sops": .bool(true), "mats": .bool(true), "dats": .bool(true),
        "cookpulse": .none, "casesensitive": .bool(false), "customcombine": .string(""),
        "namefilter": .string("*"),
        "typefilter": .string("*"), "parentshortcutfilter": .string(""),
        "opshortcutfilter": .string(""), "pathfilter": .string("*"), "parentfilter": .string(""),
        "excludefilter": .string(""), "wirepathfilter": .string(""),
        "commentfilter": .string(""), "tagsfilter": .string(""), "textfilter": .string(""),
        "parnamefilter": .string(""), "parvaluefilter": .string(""),
        "parexpressionfilter": .string(""), "parnondefaultonly": .bool(false),
        "legacycols": .bool(false), "idcol": .bool(true), "namecol": .bool(true),
        "typecol": .bool(true), "parentshortcutcol": .bool(false), "opshortcutcol": .bool(false),
        "pathcol": .bool(true), "relpathcol": .bool(true), "parentpath": .bool(false),
        "wirepathcol": .bool(false), "depthcol": .bool(false), "cooktimescol": .bool(false),
        "tagscol": .bool(false), "genprop": .bool(false), "cputime": .bool(false),
        "gputime": .bool(false), "cpumem": .bool(false), "gpumem": .bool(false),
        "children": .bool(false), "convertbool": .bool(false), "convertnone": .bool(true),
    ]

    private static let findCallbacks = """
        # dat: the OP Find DAT, curOp: the operator it looks at, row: the row for it

        # def onInitGetColumnNames(dat):
        # \treturn []

        # def onFindOPGetValues(dat, curOp, row):
        # \treturn []

        def onFindOPGetInclude(dat, curOp, row):
        \treturn True

        def onOPFound(dat, curOp, row, results):
        \treturn

        """

    private static let parameter: [String: ParameterValue] = [
        "parameters": .string("*"), "includeopname": .bool(false), "renamefrom": .string(""),
        "renameto": .string(""), "custom": .bool(true), "builtin": .bool(true),
        "header": .bool(true), "name": .bool(true), "value": .bool(true), "eval": .bool(false),
        "constant": .bool(false), "expression": .bool(false), "export": .bool(false),
        "mode": .bool(false), "style": .bool(false), "tupletname": .bool(false),
        "size": .bool(false), "path": .bool(false), "menuindex": .bool(false),
        "minmax": .bool(false), "clampminmax": .bool(false), "normminmax": .bool(false),
        "default": .bool(false), "enabled": .bool(false), "readonly": .bool(false),
        "section": .bool(false), "menunames": .bool(false), "menulabels": .bool(false),
    ]

    private static let xml: [String: ParameterValue] = [
        "sgml": .bool(false), "mlabel": .string(""), "label": .string("*"), "type": .string("*"),
        "text": .string("*"), "name": .string("*"), "value": .string("*"),
        "plabel": .string("*"), "ptype": .string("*"), "ptext": .string("*"),
        "pname": .string("*"), "pvalue": .string("*"), "oaname": .string("*"),
        "oavalue": .string("*"), "oclabel": .string("*"), "lprefix": .bool(true),
    ]

    private static let scriptCallbacks = """
        # scriptOp: the operator that cooks

        def onSetupParameters(scriptOp):
        \treturn

        def onPulse(par):
        \treturn

        def onCook(scriptOp):
        \tscriptOp.clear()
        \treturn

        """

    private static func scripted(
        _ script: String, inputs: Int?, isEditable: Bool = false,
        values: [String: ParameterValue] = [:], callbacks: String? = nil
    ) -> OperatorBehaviour {
        OperatorBehaviour(inputLimit: inputs, values: values, callbacks: callbacks) {
            ScriptedCooking(script, isEditable: isEditable)
        }
    }
}
