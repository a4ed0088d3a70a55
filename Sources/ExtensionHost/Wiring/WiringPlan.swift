internal import OperatorNetwork
internal import PythonRuntime

/// What a script offers to be wired, as `understudy_glance` and `understudy_wiring` read it.
struct WiringPlan {
    /// An extension class and the methods that its name or documentation gives a role.
    struct Class {
        let name: String
        let starts: [String]
        let polls: [String]
        let stops: [String]
    }

    /// The classes that take an owner COMP.
    let classes: [Class]
    /// The plain names that are looked up by `op('…')`.
    let operators: [String]
    /// The names that are called without being defined.
    let undefined: [String]
    /// The functions that bear the name of an Execute DAT's callback.
    let callbacks: [String]
    /// The network DATs whose callbacks the script is.
    let servers: [WiringServer]
    /// The programs that are started, and the folder of each.
    let programs: [(program: String, folder: String)]

    /// The plans of texts, for projects that are loaded again and again in one process.
    private static var known: [String: WiringPlan] = [:]
    private static let mostKnown = 100

    /// The plan of a script.
    ///
    /// - Throws: `SyntaxError`, under the name of the script's file.
    static func plan(of script: UnwiredScript) throws(PythonError) -> WiringPlan {
        if let plan = known[script.text] { return plan }
        let plan = try WiringPlan(script)
        if known.count == mostKnown { known.removeAll() }
        known[script.text] = plan
        return plan
    }

    private init(_ script: UnwiredScript) throws(PythonError) {
        // Compiled first, so that what cannot be compiled is told as Python tells it.
        let code = try PythonSource(script.text, fileName: script.file)
            .compileAsItStands()
        let plan = try PythonObject.module("understudy_glance")
            .callMethod("plan", script.text.python(), Self.isKnown(), code)
        var classes: [Class] = []
        for entry in try plan.item("classes".python()).elements() {
            classes.append(
                Class(
                    name: try entry.item("name".python()).text(),
                    starts: try [String](python: entry.item("starts".python())),
                    polls: try [String](python: entry.item("polls".python())),
                    stops: try [String](python: entry.item("stops".python()))))
        }
        self.classes = classes
        servers = try WiringServer.all(in: code)
        operators = try [String](python: plan.item("operators".python()))
        undefined = try [String](python: plan.item("undefined".python()))
        callbacks = try [String](python: plan.item("callbacks".python()))
        var programs: [(String, String)] = []
        for pair in try plan.item("programs".python()).elements() {
            let parts = try [String](python: pair)
            if parts.count == 2 { programs.append((parts[0], parts[1])) }
        }
        self.programs = programs
    }

    /// The function that tells of a name whether every script finds it.
    ///
    /// Asked name by name: the catalogue's hundreds of types are not to be listed at each start.
    private static func isKnown() throws(PythonError) -> PythonObject {
        try PythonObject.function("is_known", "name") { call throws(PythonError) in
            let name = try call.string(0)
            if others.contains(name) || FirstImport.namesOfSite.contains(name) {
                return try true.python()
            }
            return try (TDModule.types.object.attributeIfPresent(name) != nil).python()
        }
    }

    private static let others: Set<String> = [
        "me", "args", "ParMode", "root", "tdu", "td", "math", "re", "sys", "collections", "enum",
        "inspect", "traceback", "warnings",
    ]

    /// What the DAT is called.
    var datName: String { classes.first?.name ?? "script" }
}
