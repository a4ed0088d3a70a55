internal import ExtensionHost
internal import OperatorNetwork

/// Ten thousand expressions that depend on each other, in a row and side by side.
struct CookCases {
    private static let count = 10_000
    let stage: Rehearsal

    /// Measures the first look, a look at clean ones, and looks after one change near and far.
    ///
    /// - Throws: What the network or an expression says against it.
    func run() throws -> [CookTiming] {
        try chain() + fan()
    }

    private func chain() throws -> [CookTiming] {
        let place = try Rehearsal.create("baseCOMP", "chain", in: stage.host.network.root)
        let pars = try (0..<Self.count).map { try parameter("n\($0)", in: place) }
        for index in 1..<Self.count {
            pars[index].setExpression("op('n\(index - 1)').par.w + 1")
        }
        let name = "chain of \(Self.count): "
        guard let last = pars.last else { return [] }
        var timings = [try look(at: last, name + "first look")]
        timings.append(try look(at: last, name + "nothing changed"))
        try pars[0].set(.int(7))
        timings.append(try look(at: last, name + "the first changed"))
        pars[Self.count - 10].setExpression("op('n\(Self.count - 11)').par.w + 2")
        timings.append(try look(at: last, name + "the tenth from the end changed"))
        return timings
    }

    private func fan() throws -> [CookTiming] {
        let place = try Rehearsal.create("baseCOMP", "fan", in: stage.host.network.root)
        let sources = try (0..<Self.count).map { try parameter("s\($0)", in: place) }
        for index in 0..<Self.count {
            try parameter("e\(index)", in: place).setExpression("op('s\(index)').par.w + 1")
        }
        let sum = try parameter("sum", in: place)
        sum.setExpression("sum(op(f'e{i}').par.w.eval() for i in range(\(Self.count)))")
        let name = "fan of \(Self.count): "
        var timings = [try look(at: sum, name + "first look")]
        timings.append(try look(at: sum, name + "nothing changed"))
        try sources[5000].set(.int(7))
        timings.append(try look(at: sum, name + "one changed"))
        return timings
    }

    private func parameter(_ name: String, in place: Operator) throws -> Parameter {
        let owner = try Rehearsal.create("containerCOMP", name, in: place)
        guard let parameter = owner.parameters["w"] else {
            throw BenchmarkError(description: "A container has no parameter 'w'.")
        }
        return parameter
    }

    private func look(at parameter: Parameter, _ name: String) throws -> CookTiming {
        let (before, start) = (CookGraph.cooks, ContinuousClock.now)
        _ = try parameter.evaluate()
        let taken = start.duration(to: .now).inSeconds
        return CookTiming(
            name: name, evaluated: CookGraph.cooks - before, milliseconds: taken * 1000)
    }
}
