internal import OperatorNetwork
internal import PythonRuntime

/// The names that every script finds in its globals.
///
/// Most are the same for all scripts; `me` and the finders depend on whose script it is. What is slow
/// to make is added only when the script's code needs it, see ``LateNames``.
///
/// - Source: <https://docs.derivative.ca/Td_Module>
enum ScriptScope {
    /// The names whose meaning depends on whose script it is.
    static let placeNames = ["me", "op", "ops", "opex", "parent", "ext", "iop", "ipar", "mod"]

    /// New globals for scripts of an operator; ``LateNames`` come later.
    ///
    /// - Parameter me: What `me` is.
    /// - Returns: A new dictionary.
    /// - Throws: `MemoryError`; `td.tdError` when the operator is gone.
    static func globals(me: Operator) throws(PythonError) -> PythonObject {
        let globals = try PythonObject.dictionary()
        try globals.callMethod("update", shared())
        try fillFinders(me: me, origin: me.parent ?? me) { name, value throws(PythonError) in
            try globals.setItem(name, to: value)
        }
        try globals.setItem("me", to: OperatorObject.object(of: me))
        return globals
    }

    /// New globals for one script, with the late names that its code needs.
    ///
    /// - Parameters:
    ///   - me: What `me` is.
    ///   - code: The compiled script.
    ///   - text: Its source.
    /// - Returns: A new dictionary.
    /// - Throws: What importing a module raised that the script mentions.
    static func globals(
        me: Operator, for code: PythonObject, text: String
    ) throws(PythonError) -> PythonObject {
        let globals = try globals(me: me)
        try LateNames.add(lateNames(of: code, text: text), to: globals)
        return globals
    }

    /// The late names of texts, for projects that are loaded again and again in one process.
    private static var knownNames: [String: Set<String>] = [:]
    private static let mostKnown = 100

    private static func lateNames(
        of code: PythonObject, text: String
    ) throws(PythonError) -> Set<String> {
        if let names = knownNames[text] { return names }
        let names = try LateNames.needed(by: code, text: text)
        if knownNames.count == mostKnown { knownNames.removeAll() }
        knownNames[text] = names
        return names
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
        for name in [
            "__name__", "__doc__", "__loader__", "__spec__", "__package__", "__getattr__",
            "__dir__",
        ] {
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
        try set("ext", Shortcuts.ext(of: me))
        try set("iop", Shortcuts.iop(of: me))
        try set("ipar", Shortcuts.ipar(of: me))
        try set("mod", Shortcuts.mod(of: me))
    }
}
