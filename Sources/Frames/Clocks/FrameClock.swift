/// The time by which frames are paced.
package protocol FrameClock: AnyObject {
    /// The time now; it never runs backwards.
    ///
    /// - Units: seconds since the clock was made
    var now: Double { get }

    /// The request to stop waiting, shared with signal handlers.
    var interruption: Interruption { get }

    /// Gives the processor away until the deadline, or until the interruption is raised.
    ///
    /// - Parameter deadline: When to return; a past or non-finite deadline returns at once.
    /// - Units: seconds
    func wait(until deadline: Double)

    /// Keeps the processor until the deadline, for the last microseconds before a frame.
    ///
    /// - Parameter deadline: When to return; a past or non-finite deadline returns at once.
    /// - Units: seconds
    func spin(until deadline: Double)
}
