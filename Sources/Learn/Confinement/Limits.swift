/// How much an answer may use before it is ended.
package struct Limits: Sendable, Equatable {
    /// Real time.
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
    /// - Parameter seconds: Real time.
    package init(seconds: Double) { self.seconds = seconds }
}
