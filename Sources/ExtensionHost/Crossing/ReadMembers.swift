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
        "__ne__", "__hash__", "debug", "run", "clear", "isMainThread", "addError", "addWarning",
        "addScriptError",
    ]
    private static let identity: Set = [
        "name", "path", "digits", "base", "__str__", "__repr__", "relativePath", "shortcutPath",
    ]
    /// What wires, flags and the making of parameters decide.
    private static let attributes: Set = [
        "activeViewer", "allowCooking", "bypass", "cloneImmune", "current", "display", "expose",
        "lock", "selected", "python", "render", "showCustomOnly", "showDocked", "viewer",
        "inputs", "outputs", "pars", "parGroups", "customPars", "builtinPars", "customPages",
        "pages", "customParGroups",
    ]
    private static let structure: Set = ["children", "numChildren", "numChildrenRecursive"]
    private static let settings: Set = [
        "val", "expr", "bindExpr", "mode", "menuIndex", "isDefault",
    ]

    /// Notes that a member was read that noted nothing itself.
    static func note(_ member: String, of owner: PythonObject?) {
        if constant.contains(member) { return }
        guard let owner else { return CookRecorder.noteUntold() }
        if let node = OperatorObject.node(ofAny: owner) { return note(member, of: node) }
        if leadsOn(owner, member) { return }
        if let parameter = TDModule.types.par.payload(of: owner, as: Parameter.self) {
            if settings.contains(member) { return parameter.noteRead() }
            parameter.owner?.noteAttributesRead()
            return
        }
        CookRecorder.noteUntold()
    }

    /// Notes that a member has raised an exception, which it may not do the next time.
    static func noteFailure(of member: String, of owner: PythonObject?) {
        if let owner,
            let node = TDModule.types.parCollection.payload(of: owner, as: Operator.self)
        {
            // A parameter that is not there: the operator tells when it comes.
            return node.noteAttributesRead()
        }
        CookRecorder.noteUntold()
    }

    private static func note(_ member: String, of node: Operator) {
        if identity.contains(member) {
            node.noteIdentityRead()
        } else if attributes.contains(member) {
            node.noteAttributesRead()
        } else if structure.contains(member) {
            node.network?.structureNode.noteRead()
        } else if node.madeCook?.isRunning != true {
            // What an operator's own cook does with the operator depends on nothing but the cook.
            CookRecorder.noteUntold()
        }
    }

    /// Whether an object's attributes and calls only lead to something that tells.
    private static func leadsOn(_ owner: PythonObject, _ member: String) -> Bool {
        let types = TDModule.types
        if types.parCollection.isType(of: owner) || types.mod.isType(of: owner) { return true }
        // An operator never moves to another parent.
        return member == "__call__" && types.parent.isType(of: owner)
    }
}
