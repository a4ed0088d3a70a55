/// The names of operator types as TouchDesigner saves them: some are short forms.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
enum SavedTypeName {
    private static let full: [String: String] = [
        "COMP:geo": "geometry", "COMP:ambient": "ambientlight",
        "COMP:environment": "environmentlight", "COMP:cam": "camera",
        "DAT:eval": "evaluate", "DAT:parexec": "parameterexecute",
        "DAT:pargroupexec": "parametergroupexecute", "DAT:panelexec": "panelexecute",
        "DAT:datexec": "datexecute", "DAT:chopexec": "chopexecute", "DAT:opexec": "opexecute",
        "DAT:exec": "execute", "TOP:comp": "composite", "CHOP:audiodevout": "audiodeviceout",
        "CHOP:audiodevin": "audiodevicein", "CHOP:par": "parameter",
    ]

    /// The full type name, such as `parameterexecuteDAT` for `DAT:parexec`.
    static func expanded(_ saved: String, family: String) -> String {
        (full["\(family):\(saved)"] ?? saved) + family
    }
}
