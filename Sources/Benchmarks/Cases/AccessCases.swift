internal import PythonRuntime

/// Accesses from Python code to operators, guard included.
struct AccessCases {
    private static let cases = [
        ("t[0,0].val", "read_cell"),
        ("t[0,0].val = 'x'", "write_cell"),
        ("op('table1')", "find"),
        ("self.ownerComp.op('table1')", "find_in_owner"),
    ]
    private static let repeats = 5_000
    let stage: Rehearsal
    var budget = 40.0

    /// Measures all accesses in one interleaved run; the empty loop is measured too and taken away.
    ///
    /// - Throws: What the loops raise.
    func run() throws -> [Comparison] {
        var contestants = [try contestant("empty", stage.ours, "empty")]
        for (name, function) in Self.cases {
            for (who, module) in [
                ("ours", stage.ours), ("C", stage.rival), ("Python", stage.mock),
            ] {
                contestants.append(try contestant("\(name) \(who)", module, function))
            }
        }
        var interleaving = Interleaving()
        interleaving.budget = budget
        var samples = try interleaving.run(contestants, calibratedBy: stage.calibration())[...]
        let empty = Spread(samples.removeFirst())?.median ?? 0
        return Self.cases.map { name, _ in
            defer { samples = samples.dropFirst(3) }
            let spreads = samples.prefix(3).map { Spread($0, minus: empty) }
            return Comparison(
                name: name, ours: spreads[0], rival: spreads[1], mock: spreads[2],
                rejected: interleaving.rejected)
        }
    }

    private func contestant(
        _ name: String, _ module: PythonObject, _ function: String
    ) throws -> Interleaving.Contestant {
        let repeats = Self.repeats
        return .init(name: name, sample: try Rehearsal.loop(function, of: module, repeats))
    }
}
