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
                try names(of: module).union(["me"]).sorted().python()
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
        case "me":
            if let me = try CallingScript.nearestMe() { return me }
            throw PythonError(
                .attributeError, "module 'td' has no attribute 'me' where no operator's script runs"
            )
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

    /// Calls a function of the DAT that an operator's Callbacks DAT parameter names, with that operator
    /// first; what it raises is reported there.
    ///
    /// - Returns: What it returned, `None` when it raised, `NotImplemented` when there is none.
    private static func callBack(_ call: NativeCall) throws(PythonError) -> PythonObject {
        let (owner, name) = try (OperatorObject.node(of: call[0]), call.string(1))
        let callbacks = try Host.running.callbackDATs
        guard let function = callbacks.function(name, of: owner), function.isCallable else {
            return try PythonObject.module("builtins").attribute("NotImplemented")
        }
        return callbacks.call(function, name, of: owner, [call[0]] + call.rest) ?? .none
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
                try .function("passive", "OP") { call throws(PythonError) in
                    try PythonObject.module("understudy_passive").callMethod("passive", call[0])
                }
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
                // Copies of a Copy SOP bring stamps, and here nothing is copied.
                "fetchStamp",
                try .function("fetchStamp", "key, default") { call throws(PythonError) in call[1] }
            ),
            (
                "_call_back",
                try .function("_call_back", "owner, name, *args") { call throws(PythonError) in
                    try callBack(call)
                }
            ),
            (
                "_held",
                try .function("_held", "owner, body") { call throws(PythonError) in
                    let cook = try OperatorObject.node(of: call[0]).cookState
                    let wasHeld = cook.isHeld
                    cook.isHeld = true
                    defer { cook.isHeld = wasHeld }
                    return try call[1].call()
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
