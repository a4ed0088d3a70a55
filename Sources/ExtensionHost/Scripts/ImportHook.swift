internal import OperatorNetwork
internal import PythonRuntime

/// `import name` in a script finds a DAT of that name before any module of Python.
///
/// - Source: <https://docs.derivative.ca/MOD_Class>
enum ImportHook {
    /// Puts the hook in the place of `builtins.__import__`. Modules that are no scripts, which know no
    /// `me`, import as ever.
    static func install() throws(PythonError) {
        let builtins = try PythonObject.module("builtins")
        let original = try builtins.attribute("__import__")
        guard try original.attributeIfPresent("__self__") != nil else { return }
        let hook = try PythonObject.function(
            "__import__", "name, globals=None, locals=None, fromlist=None, level=0", thread: .any
        ) { call throws(PythonError) in
            if Interpreter.isMainThread, call[4].isInt, try call.int(4) == 0,
                let dat = try scriptImport(call[0], from: call[1])
            {
                return try Host.running.modules.module(of: dat)
            }
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
        return host.modules.find(try String(python: name), from: node.parent ?? node)
    }
}
