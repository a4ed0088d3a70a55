/// Takes samples of several contestants in turns, so that what disturbs one disturbs all.
struct Interleaving {
    /// One contestant.
    struct Contestant {
        let name: String
        /// Takes one sample, in nanoseconds an operation.
        let sample: () throws -> Double
    }

    /// Samples wanted of each contestant.
    var rounds = 201
    /// When to stop all the same.
    ///
    /// - Units: seconds
    var budget = 40.0
    /// Samples thrown away because the machine was disturbed.
    private(set) var rejected = 0

    /// Takes samples until each contestant has enough, or time is up.
    ///
    /// - Parameters:
    ///   - contestants: Who is measured.
    ///   - loop: The loop by which disturbed moments are told.
    /// - Returns: The kept samples of each, in the same order.
    /// - Throws: What a contestant throws.
    mutating func run(
        _ contestants: [Contestant], calibratedBy loop: @escaping () throws -> Double
    ) throws -> [[Double]] {
        var kept = [[Double]](repeating: [], count: contestants.count)
        var calibration = try Calibration(loop)
        let end = ThreadTime.wall &+ UInt64(budget * 1e9)
        for contestant in contestants { _ = try contestant.sample() }
        while ThreadTime.wall < end {
            let level = kept.map(\.count).min() ?? rounds
            if level >= rounds { break }
            for (index, contestant) in contestants.enumerated() where kept[index].count == level {
                if let value = try calibration.quiet(contestant.sample) {
                    kept[index].append(value)
                } else {
                    rejected += 1
                }
            }
        }
        return kept
    }
}
