internal import OperatorNetwork
internal import PythonRuntime

/// `import name` in a script finds a DAT of that name before any module of Python.
///
/// - Source: <https://docs.derivative.ca/MOD_Class>
enum ImportHook {
    /// Puts the hook in the place of Python's own import function.
    ///
    /// Modules that are no scripts, which know no `me`, import as ever.
    static func install() throws(PythonError) {
        let builtins = try PythonObject.module("builtins")
        let original = try builtins.attribute("__import__")
        guard try original.attributeIfPresent("__self__") != nil else { return }
        let hook = try PythonObject.function(
            "__import__", "name, globals=None, locals=None, fromlist=None, level=0", thread: .any
        ) { call throws(PythonError) in
            if call[4].isInt, try call.int(4) == 0,
                let dat = try scriptImport(call[0], from: call[1])
            {
                if !Interpreter.isMainThread { try Guardian.judgeImport(of: dat.path) }
                let module = try Host.running.modules.module(of: dat)
                return try takesAll(call[3]) ? ownNames(of: module) : module
            }
            if !FirstImport.hasCome, try isScript(call[1]) { try FirstImport.comes() }
            return try original.call(
                call[0], call[1], call[2], call[3].isNone ? PythonObject.tuple([]) : call[3],
                call[4])
        }
        try builtins.setAttribute("__import__", to: hook)
    }

    private static func scriptImport(
        _ name: PythonObject, from globals: PythonObject
    ) throws(PythonError) -> Operator? {
        guard globals.isDictionary, let me = try globals.value(forKey: "me"),
            let node = OperatorObject.node(ofAny: me), let host = Host.current
        else { return nil }
        let dat = host.modules.find(try String(python: name), from: node.parent ?? node)
        // A DAT called `json` that says `import json` means Python's.
        return dat === node ? nil : dat
    }

    /// Whether globals are those of a script or of nobody: modules that a file holds have a spec.
    private static func isScript(_ globals: PythonObject) throws(PythonError) -> Bool {
        guard globals.isDictionary else { return true }
        return try globals.value(forKey: "__spec__")?.isNone ?? true
    }

    private static func takesAll(_ names: PythonObject) throws(PythonError) -> Bool {
        guard names.isTuple, try names.count() == 1 else { return false }
        let name = try names.item(0.python())
        guard name.isString else { return false }
        return try String(python: name) == "*"
    }

    /// A stand-in for `from name import *`: without the names that mean another operator in each DAT.
    private static func ownNames(of module: PythonObject) throws(PythonError) -> PythonObject {
        let names = try module.moduleDictionary().callMethod("copy")
        guard try names.value(forKey: "__all__") == nil else { return module }
        for name in ScriptScope.placeNames { try names.callMethod("pop", name.python(), .none) }
        let standIn = try PythonObject.newModule(module.attribute("__name__").text())
        try standIn.moduleDictionary().callMethod("update", names)
        return standIn
    }
}
