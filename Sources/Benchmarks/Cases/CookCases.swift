internal import ExtensionHost
internal import OperatorNetwork
internal import PythonRuntime

/// Ten thousand expressions that depend on each other, in a row and side by side.
struct CookCases {
    private static let count = 10_000
    let stage: Rehearsal

    /// Measures the first look, a look at clean ones, and looks after one change near and far.
    ///
    /// - Returns: Each look beside one at the same graph in Python, which has no guard, no operators
    ///   to find and no expressions to read: its rules are functions.
    /// - Throws: What the network or an expression says against it.
    func run() throws -> [CookTiming] {
        let module = try PythonObject.newModule("graph")
        try PythonSource(CookSource.python, fileName: "graph").run(in: module.moduleDictionary())
        return try Self.timings("chain", chain(), beside: module)
            + Self.timings("fan", fan(), beside: module)
    }

    private typealias NamedLook = (name: String, look: CookTiming.Look)

    private static func timings(
        _ kind: String, _ ours: [NamedLook], beside module: PythonObject
    ) throws -> [CookTiming] {
        let theirs = try module.attribute(kind).call(count.python()).elements()
        return try zip(ours, theirs).map { ours, theirs in
            let time = try Double(python: theirs.item(1.python())) / 1e6
            return CookTiming(
                name: "\(kind) of \(count): \(ours.name)", ours: ours.look,
                python: .init(evaluated: try Int(python: theirs.item(0.python())), time: time))
        }
    }

    private func chain() throws -> [NamedLook] {
        let place = try Rehearsal.create("baseCOMP", "chain", in: stage.host.network.root)
        let pars = try (0..<Self.count).map { try parameter("n\($0)", in: place) }
        for index in 1..<Self.count {
            pars[index].setExpression("op('n\(index - 1)').par.w + 1")
        }
        guard let last = pars.last else { return [] }
        var timings = [try look(at: last, "first look")]
        timings.append(try look(at: last, "nothing changed"))
        try pars[0].set(.int(7))
        timings.append(try look(at: last, "the first changed"))
        pars[Self.count - 10].setExpression("op('n\(Self.count - 11)').par.w + 2")
        timings.append(try look(at: last, "the tenth from the end changed"))
        return timings
    }

    private func fan() throws -> [NamedLook] {
        let place = try Rehearsal.create("baseCOMP", "fan", in: stage.host.network.root)
        let sources = try (0..<Self.count).map { try parameter("s\($0)", in: place) }
        for index in 0..<Self.count {
            try parameter("e\(index)", in: place).setExpression("op('s\(index)').par.w + 1")
        }
        let sum = try parameter("sum", in: place)
        sum.setExpression("sum(op(f'e{i}').par.w.eval() for i in range(\(Self.count)))")
        var timings = [try look(at: sum, "first look")]
        timings.append(try look(at: sum, "nothing changed"))
        try sources[Self.count / 2].set(.int(7))
        timings.append(try look(at: sum, "one changed"))
        return timings
    }

    private func parameter(_ name: String, in place: Operator) throws -> Parameter {
        let owner = try Rehearsal.create("containerCOMP", name, in: place)
        guard let parameter = owner.parameters["w"] else {
            throw BenchmarkError(description: "A container has no parameter 'w'.")
        }
        return parameter
    }

    private func look(at parameter: Parameter, _ name: String) throws -> NamedLook {
        let (before, start) = (CookGraph.cooks, ContinuousClock.now)
        _ = try parameter.evaluate()
        let time = start.duration(to: .now).inSeconds * 1000
        return (name, .init(evaluated: CookGraph.cooks - before, time: time))
    }
}
