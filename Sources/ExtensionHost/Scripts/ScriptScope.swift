internal import OperatorNetwork
internal import PythonRuntime

/// The names that every script finds in its globals.
///
/// Most are the same for all scripts; `me` and the finders depend on whose script it is. Modules and
/// classes that are slow to import are added only when the script's code mentions them.
///
/// - Source: <https://docs.derivative.ca/Td_Module>
enum ScriptScope {
    private static let lateModules = [
        "math", "re", "sys", "collections", "enum", "inspect", "traceback", "warnings", "tdu",
    ]

    /// New globals for a script.
    ///
    /// - Parameters:
    ///   - me: What `me` is.
    ///   - code: The compiled script, whose names decide what is added late.
    static func globals(me: Operator, for code: PythonObject) throws(PythonError) -> PythonObject {
        let globals = try PythonObject.dictionary()
        try globals.callMethod("update", shared())
        try fillFinders(me: me, origin: me.parent ?? me) { name, value throws(PythonError) in
            try globals.setItem(name, to: value)
        }
        try globals.setItem("me", to: OperatorObject.object(of: me))
        try addLateNames(of: code, to: globals)
        return globals
    }

    /// Adds what a piece of code mentions to globals that lack it.
    static func addLateNames(
        of code: PythonObject, to globals: PythonObject
    ) throws(PythonError) {
        for name in try [String](python: code.attribute("co_names"))
        where try globals.value(forKey: name) == nil {
            if lateModules.contains(name) {
                try globals.setItem(name, to: .module(name))
            } else if name == "ParMode" || name == "root" {
                try globals.setItem(name, to: GlobalFunctions.lateAttribute(name))
            }
        }
        for constant in try code.attribute("co_consts").elements()
        where try constant.attributeIfPresent("co_names") != nil {
            try addLateNames(of: constant, to: globals)
        }
    }

    /// Sets the finders of module `td` itself, which look from the root.
    static func fill(
        _ module: PythonObject, me: Operator?, origin: Operator?
    ) throws(PythonError) {
        try fillFinders(me: me, origin: origin) { name, value throws(PythonError) in
            try module.setAttribute(name, to: value)
        }
    }

    private static func shared() throws(PythonError) -> PythonObject {
        let names = try TDModule.types.object.moduleDictionary().callMethod("copy")
        for name in ["__name__", "__doc__", "__loader__", "__spec__", "__package__", "__getattr__"]
        {
            try names.callMethod("pop", name.python(), .none)
        }
        try names.setItem("td", to: TDModule.types.object)
        return names
    }

    private static func fillFinders(
        me: Operator?, origin: Operator?,
        _ set: (String, PythonObject) throws(PythonError) -> Void
    ) throws(PythonError) {
        let types = TDModule.types
        let place = try origin.map { node throws(PythonError) in
            try OperatorObject.object(of: node)
        }
        let own = try me.map { node throws(PythonError) in try OperatorObject.object(of: node) }
        try set("op", FinderObject.make(types.finder, origin: place, me: own))
        try set(
            "ops",
            .function("ops", "*patterns, includeUtility=False") { call throws(PythonError) in
                try OperatorSearch.all(
                    call.rest, from: place, seenFrom: own, includingUtility: call.bool(0)
                ).python()
            })
        try set(
            "opex",
            .function("opex", "*patterns, includeUtility=False") { call throws(PythonError) in
                try Shortcuts.opex(call, from: place, seenFrom: own)
            })
        try set("parent", Shortcuts.parent(of: me))
        try set("ext", Shortcuts.ext(of: origin))
        try set("iop", Shortcuts.iop(of: origin))
        try set("ipar", Shortcuts.ipar(of: origin))
        try set("mod", Shortcuts.mod(of: origin))
    }
}
