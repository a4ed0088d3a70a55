/// The order of a frame: this list is the only place that says what comes before what.
///
/// TouchDesigner publishes no full list. What is documented is kept; where two things are only
/// known to happen "at the end of the frame", the order below is ours.
///
/// - Source: <https://docs.derivative.ca/Execute_DAT>, <https://docs.derivative.ca/Cook>
package nonisolated enum FramePhase: String, CaseIterable, Sendable {
    /// Time moves: `absTime` and every playing timeline.
    ///
    /// Before it lies the wait for the frame. Nothing of a project runs in it, so that all code of
    /// the frame sees the same time.
    case time

    /// Execute DATs hear `onPlayStateChange` if the root timeline was paused or played, then
    /// `onFrameStart`.
    ///
    /// Polled queues are emptied here, before the delayed runs and the cooks see their results.
    case start

    /// Delayed calls of `run()` that have come due, in due order; first the calls that other
    /// threads handed over.
    ///
    /// A call added from here on is not run before the next frame.
    case runs

    /// Operators that are asked for and have a reason cook.
    ///
    /// They see what the callbacks and the delayed runs of this frame changed.
    case cook

    /// Work that was put off to the end of the frame: first `run(…, endFrame=True)`, then
    /// `onInitTD` of extensions made in this frame.
    ///
    /// The runs come first so that an extension they make still gets its `onInitTD` in this frame.
    case settle

    /// Execute DATs hear `onFrameEnd`; the frame is measured and can be shown.
    ///
    /// After it comes the wait for the next frame.
    case end
}
