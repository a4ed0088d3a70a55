internal import OperatorNetwork
internal import PythonRuntime

/// Every DAT as a Python module: run once, kept until its text changes.
///
/// - Source: <https://docs.derivative.ca/MOD_Class>
final class DATModules {
    private struct Entry {
        let version: UInt64
        let module: PythonObject
    }

    // Entries are taken out before they end: a module's end may run code that asks for a module.
    private var entries: [OperatorID: Entry] = [:]
    private var watchers: [Set<OperatorID>] = []

    /// The module of a DAT.
    ///
    /// - Throws: What compiling or running its text raised; the next access tries again.
    func module(of dat: Operator) throws(PythonError) -> PythonObject {
        guard let content = dat.content else {
            throw TDErrors.error("\(dat.path) is a \(dat.type.name), and only DATs are modules.")
        }
        if !watchers.isEmpty { watchers[watchers.count - 1].insert(dat.id) }
        let version = content.version
        if let entry = entries[dat.id], entry.version == version { return entry.module }
        // Known before it is compiled, so that a line that cannot be read has its place too.
        ScriptSources.enter(dat)
        let text = content.text
        let code = try PythonSource(text, fileName: dat.path).compile()
        let module = try PythonObject.newModule(dat.path)
        let globals = try module.moduleDictionary()
        try globals.callMethod("update", ScriptScope.globals(me: dat, for: code, text: text))
        try globals.setItem("__file__", to: dat.path.python())
        // In `sys.modules`, because dataclasses and pickle look classes up there.
        try PythonObject.module("sys").attribute("modules").setItem(dat.path, to: module)
        // Entered before it runs, so that two DATs that import each other find what there is so far.
        _ = entries.updateValue(Entry(version: version, module: module), forKey: dat.id)
        do throws(PythonError) {
            try code.execute(in: globals)
        } catch {
            _ = entries.removeValue(forKey: dat.id)
            throw error
        }
        return module
    }

    /// The DAT that a module name means in a component: beside the script, then in `local/modules` of
    /// the component and its ancestors.
    func find(_ name: String, from component: Operator) -> Operator? {
        if let child = component.child(named: name), child.ownContent != nil { return child }
        var next: Operator? = component
        while let place = next {
            if let modules = place.child(named: "local")?.child(named: "modules"),
                let dat = modules.child(named: name), dat.ownContent != nil
            {
                return dat
            }
            next = place.parent
        }
        return nil
    }

    /// Notes which DATs are used as modules while `body` runs.
    func watchingUse<Result>(
        _ body: () throws(PythonError) -> Result
    ) throws(PythonError) -> (Result, Set<OperatorID>) {
        watchers.append([])
        do throws(PythonError) {
            let result = try body()
            return (result, endWatching())
        } catch {
            _ = endWatching()
            throw error
        }
    }

    /// Forgets a DAT that is gone; code that still runs keeps its module alive.
    func forget(_ id: OperatorID) {
        guard let module = entries.removeValue(forKey: id)?.module else { return }
        do throws(PythonError) {
            let modules = try PythonObject.module("sys").attribute("modules")
            let name = try module.attribute("__name__")
            guard let known = try modules.value(forKey: name), known.isIdentical(to: module) else {
                return
            }
            try modules.removeItem(name)
        } catch {
            // Code that took away its own `__name__` keeps an entry in `sys.modules`, no more.
        }
    }

    private func endWatching() -> Set<OperatorID> {
        let used = watchers.removeLast()
        if !watchers.isEmpty { watchers[watchers.count - 1].formUnion(used) }
        return used
    }
}
