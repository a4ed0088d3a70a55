internal import CRival
internal import ExtensionHost
internal import OperatorNetwork
internal import PythonRuntime

/// The stage of the benchmarks: a project, its two rivals, and the same loops over each of them.
struct Rehearsal {
    let host: Host
    /// The loops over a real project, a C extension and a pure-Python mock.
    let ours: PythonObject
    let rival: PythonObject
    let mock: PythonObject

    /// Loads the project and its rivals.
    ///
    /// - Throws: What Python or the network says against it.
    init() throws {
        var configuration = HostConfiguration()
        configuration.clock = .virtual
        host = try Host(configuration: configuration)
        let project = try Self.create("baseCOMP", "project1", in: host.network.root)
        for number in 0..<64 {
            let table = try Self.create("tableDAT", "table\(number)", in: project)
            try table.content?.table.setSize(rows: 8, columns: 8)
        }
        let loops = try Self.create("textDAT", "loops", in: project)
        try loops.content?.setText("owner = parent()\n" + LoopSource.text)
        guard host.evaluate("op('loops').module") != nil else {
            throw BenchmarkError(description: "The loops do not run in a DAT; see above.")
        }
        ours = try PythonObject.module("sys").attribute("modules").item("/project1/loops".python())
        guard let module = CRival_makeModule() else {
            throw BenchmarkError(description: "The C extension cannot be made.")
        }
        // SAFETY: the function returns a new reference, which goes over to the object.
        let c = PythonObject(unsafeStealing: module)
        rival = try Self.loops(over: c.moduleDictionary(), "rival")
        let source = try PythonObject.newModule("mock")
        try PythonSource(MockSource.text, fileName: "mock").run(in: source.moduleDictionary())
        mock = try Self.loops(over: source.moduleDictionary(), "mock")
        try PythonSource(LoopSource.calls, fileName: "mock").run(in: mock.moduleDictionary())
    }

    /// Makes an operator.
    @discardableResult
    static func create(
        _ type: String, _ name: String, in parent: Operator
    ) throws -> Operator {
        guard let network = parent.network, let known = network.catalog[type] else {
            throw BenchmarkError(description: "There is no operator type \(type).")
        }
        return try network.create(known, named: name, in: parent)
    }

    /// One of the Python loops, as something that takes samples.
    ///
    /// - Parameters:
    ///   - name: The loop's function.
    ///   - module: Whose loops.
    ///   - repeats: How often the access is repeated in one sample.
    /// - Returns: A closure that runs the loop; nanoseconds an access.
    /// - Throws: `AttributeError`.
    static func loop(
        _ name: String, of module: PythonObject, _ repeats: Int
    ) throws -> () throws -> Double {
        let function = try module.attribute(name)
        let count = try repeats.python()
        return { Double(try Int(python: function.call(count))) / Double(repeats) }
    }

    /// The loop by which disturbed moments are told.
    func calibration() throws -> () throws -> Double { try Self.loop("empty", of: mock, 4_000) }

    private static func loops(over names: PythonObject, _ name: String) throws -> PythonObject {
        let module = try PythonObject.newModule(name)
        let globals = try module.moduleDictionary()
        try globals.callMethod("update", names)
        try PythonSource(LoopSource.text, fileName: name).run(in: globals)
        return module
    }
}

/// Why a benchmark cannot run.
nonisolated struct BenchmarkError: Error, CustomStringConvertible {
    /// What was tried and what came of it.
    let description: String
}
