internal import OperatorNetwork
internal import PythonRuntime

/// What reading a member makes an expression depend on, where the member's own code does not tell.
enum ReadMembers {
    /// Members whose answer never changes, or that only lead on to something that tells.
    private static let constant: Set = [
        "valid", "id", "type", "OPType", "opType", "family", "label", "subType", "isBase",
        "isCustom", "isPanel", "isObject", "isCOMP", "isCHOP", "isDAT", "isMAT", "isPOP", "isSOP",
        "isTOP", "par", "parGroup", "seq", "op", "ops", "opex", "parent", "time", "owner", "row",
        "col", "mod", "module", "ext", "iop", "ipar", "style",
        "vecIndex", "isMenu", "isNumber", "isFloat", "isInt", "isOP", "isPython", "isString",
        "isToggle", "isPulse", "isMomentary", "isSequence", "asType", "passive", "__eq__",
        "__ne__", "__hash__",
    ]
    private static let identity: Set = [
        "name", "path", "digits", "base", "__str__", "__repr__", "relativePath", "shortcutPath",
    ]
    private static let attributes: Set = [
        "activeViewer", "allowCooking", "bypass", "cloneImmune", "current", "display", "expose",
        "lock", "selected", "python", "render", "showCustomOnly", "showDocked", "viewer",
        "inputs", "outputs",
    ]
    private static let settings: Set = [
        "val", "expr", "bindExpr", "mode", "menuIndex", "isDefault",
    ]

    /// Notes that a member was read that noted nothing itself.
    static func note(_ member: String, of owner: PythonObject?) {
        if constant.contains(member) { return }
        if let owner, leadsOn(owner, member) { return }
        if let owner {
            if let node = OperatorObject.node(ofAny: owner) {
                if identity.contains(member) { return node.noteIdentityRead() }
                if attributes.contains(member) { return node.noteAttributesRead() }
            } else if settings.contains(member),
                let parameter = TDModule.types.par.payload(of: owner, as: Parameter.self)
            {
                return parameter.noteRead()
            }
        }
        CookRecorder.noteUntold()
    }

    /// Whether an object's attributes and calls only lead to something that tells.
    private static func leadsOn(_ owner: PythonObject, _ member: String) -> Bool {
        let types = TDModule.types
        if types.parCollection.isType(of: owner) || types.mod.isType(of: owner) { return true }
        // An operator never moves to another parent.
        return member == "__call__" && types.parent.isType(of: owner)
    }
}
