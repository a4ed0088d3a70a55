/// How much an answer may use before it is ended.
package struct Limits: Sendable, Equatable {
    /// How long its processes may work, and how long they may wait; while they work they may wait longer,
    /// since a busy machine lets them.
    ///
    /// - Units: seconds
    package var seconds: Double
    /// Address space of each process.
    ///
    /// - Units: bytes
    package var memory: UInt64 = 4 << 30
    /// Processes at a time.
    package var processes = 48
    /// The largest file, and the most of its output that is kept.
    ///
    /// - Units: bytes
    package var fileSize: UInt64 = 32 << 20

    /// The usual limits.
    ///
    /// - Parameter seconds: How long it may work, and how long it may wait.
    package init(seconds: Double) { self.seconds = seconds }

    /// How many seconds a busy machine may let a program wait for each in which it works.
    private static let leniency = 5.0

    /// Whether a program has had its time.
    ///
    /// - Parameters:
    ///   - worked: How long processors have worked for it.
    ///   - waited: The real time since its start.
    /// - Returns: Whether it is to be ended.
    /// - Units: seconds
    package func areExceeded(worked: Double, waited: Double) -> Bool {
        worked > seconds || waited > seconds + Self.leniency * worked
    }
}
