internal import OperatorNetwork
internal import PythonRuntime

/// The functions that every script finds in its globals.
///
/// - Source: <https://docs.derivative.ca/Td_Module>
enum GlobalFunctions {
    static func fill(_ module: PythonObject) throws(PythonError) {
        for (name, function) in try functions() {
            try module.setAttribute(name, to: function)
        }
        try module.setAttribute(
            "__getattr__",
            to: .function("__getattr__", "name", thread: .any) { call throws(PythonError) in
                try lateAttribute(call.string(0))
            })
        try module.setAttribute(
            "__dir__",
            to: .function("__dir__", thread: .any) { _ throws(PythonError) in
                try names(of: module).sorted().python()
            })
    }

    /// What ``lateAttribute(_:)`` makes, modules apart.
    static let lateNames =
        ["ParMode", "families", "root"] + LateType.allCases.map(\.rawValue)
        + EnumType.allCases.map(\.rawValue) + LateType.singletons.keys.sorted()

    /// What is made only when a script asks for it, because it is slow to make.
    static func lateAttribute(_ name: String) throws(PythonError) -> PythonObject {
        switch name {
        case "ParMode": return try ParModeType.type()
        case "families": return try TDModule.types.families()
        case "tdu": return try PythonObject.module("tdu")
        case "root": return try OperatorObject.object(of: Host.running.network.root)
        case "__all__":
            return try names(of: TDModule.types.object).filter { !$0.hasPrefix("_") }.python()
        default:
            if let type = try TDModule.types.classes.named(name) { return type.object }
            if let late = LateType(rawValue: name) { return try late.type().object }
            if let late = EnumType(rawValue: name) { return try late.type() }
            if let late = LateType.singletons[name] { return try late.singleton(named: name) }
            throw PythonError(.attributeError, "module 'td' has no attribute '\(name)'")
        }
    }

    /// The module's names, those among them whose value is not made yet.
    private static func names(of module: PythonObject) throws(PythonError) -> Set<String> {
        let made = try [String](
            python: .module("builtins").attribute("list")
                .call(module.moduleDictionary()))
        return Set(made + lateNames + OperatorClasses.names + ["tdu"])
    }

    /// The variable that the calling script means.
    private static func variable(
        _ call: NativeCall
    ) throws(PythonError) -> (value: String, owner: Operator)? {
        let root = try Host.running.network.root
        return try ComponentVariables.find(call.string(0), from: CallingScript.me() ?? root)
    }

    private static func functions() throws(PythonError) -> [(String, PythonObject)] {
        [
            (
                "isMainThread",
                try .function("isMainThread", thread: .any) { _ throws(PythonError) in
                    try Interpreter.isMainThread.python()
                }
            ),
            (
                "run",
                try .function("run", "script, *args, **options", thread: .any) {
                    call throws(PythonError) in
                    try RunFunction.run(call)
                }
            ),
            (
                "debug",
                try .function("debug", "*args") { call throws(PythonError) in
                    try DebugFunction.debug(call.rest)
                }
            ),
            (
                "passive",
                try .function("passive", "OP") { call throws(PythonError) in call[0] }
            ),
            (
                "clear",
                try .function("clear") { _ throws(PythonError) in .none }
            ),
            (
                "var",
                try .function("var", "name") { call throws(PythonError) in
                    let found = try variable(call)
                    return try (found?.value ?? "").python()
                }
            ),
            (
                "varExists",
                try .function("varExists", "name") { call throws(PythonError) in
                    try (variable(call) != nil).python()
                }
            ),
            (
                "varOwner",
                try .function("varOwner", "name") { call throws(PythonError) in
                    try OperatorObject.objectOrNone(of: variable(call)?.owner)
                }
            ),
            (
                "_connect_tdu",
                try .function("_connect_tdu", "module", thread: .any) { call throws(PythonError) in
                    try TDUConnection.connect(call[0])
                    return .none
                }
            ),
        ]
    }
}
