/// Tells quiet moments of the machine from disturbed ones.
///
/// A neighbour on the same core slows even processor time down. So each sample is taken between two
/// runs of one small loop, and it counts only when both took about as long as the best run so far. The
/// loop is Python's own: what slows the interpreter down is what disturbs. A best run that is never
/// reached again, as when the processor's clock has changed, is forgotten little by little.
struct Calibration {
    /// How much longer than the best a run may take.
    static let tolerance = 1.12
    private static let patience = 1000
    private var best = Double.infinity
    private var refusedInARow = 0
    private let loop: () throws -> Double

    /// Looks for the best run.
    ///
    /// - Parameter loop: Runs the small loop and returns its time.
    /// - Throws: What the loop throws.
    init(_ loop: @escaping () throws -> Double) throws {
        self.loop = loop
        for _ in 0..<400 { best = min(best, try loop()) }
    }

    /// Takes a sample between two runs.
    ///
    /// - Parameter sample: Takes the sample.
    /// - Returns: The sample, or nil when the machine was disturbed.
    /// - Throws: What the loop or the sample throws.
    mutating func quiet(_ sample: () throws -> Double) throws -> Double? {
        let before = try loop()
        let value = try sample()
        let after = try loop()
        best = min(best, before, after)
        if max(before, after) <= best * Self.tolerance {
            refusedInARow = 0
            return value
        }
        refusedInARow += 1
        if refusedInARow == Self.patience {
            best *= 1.05
            refusedInARow = 0
        }
        return nil
    }
}
