/// The delayed calls as the frame loop sees them.
package protocol FrameRuns: AnyObject {
    /// Calls every run whose delay is over.
    func callDueRuns()

    /// Calls every run that was put off to the end of the frame.
    func callEndOfFrameRuns()
}
