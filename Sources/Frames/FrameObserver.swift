/// What the loop tells its host in each phase of a frame and around each wait.
///
/// - Thread: main
package protocol FrameObserver: AnyObject {
    /// The root timeline was paused or played since the frame before.
    ///
    /// - Parameter isPlaying: Whether it plays now.
    func playStateChanged(_ isPlaying: Bool)

    /// The frame starts; time has moved.
    ///
    /// - Parameter frame: The frame that starts.
    func frameStarts(_ frame: Frame)

    /// Delayed runs are about to be called; calls handed over by other threads go first.
    ///
    /// - Parameter frame: The running frame.
    func runsDue(_ frame: Frame)

    /// Operators may cook.
    ///
    /// - Parameter frame: The running frame.
    func cook(_ frame: Frame)

    /// The runs put off to the end of the frame were called; whatever else waited for it follows.
    ///
    /// - Parameter frame: The running frame.
    func frameSettles(_ frame: Frame)

    /// The frame ends.
    ///
    /// - Parameter frame: The frame that ends.
    func frameEnds(_ frame: Frame)

    /// The main thread is about to wait: the place to let the GIL go.
    ///
    /// It is called once before every frame, late ones included, so that other threads always get
    /// their turn.
    ///
    /// - Parameter deadline: When the wait ends, the lead time before the frame's own moment.
    /// - Units: seconds on the loop's clock
    func willWait(until deadline: Double)

    /// The main thread is awake again: the place to take the GIL back.
    func didWait()
}
