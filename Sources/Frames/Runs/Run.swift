/// One delayed call of `run()`.
///
/// - Source: <https://docs.derivative.ca/Run_Class>
package final class Run<Call> {
    /// What the delay is counted on.
    enum Basis {
        case timeline
        case wall
        case endOfFrame
    }

    /// The place in the order of creation, never used twice in a queue.
    package let order: Int
    /// The timeline on which the delay is counted.
    package let timeline: Timeline
    /// A name by which code finds and kills its runs.
    package var group: String?
    /// Whether the run is called when it is due; one that is switched off is dropped instead.
    package var isActive = true
    /// Whether the run still waits; false once it is called, dropped or killed.
    package private(set) var isPending = true

    var basis: Basis
    var due: Double
    // Entries of the heaps carry the ticket of their run; an older ticket marks a stale entry.
    var ticket = 0
    private var call: Call?
    private weak var queue: RunQueue<Call>?

    init(
        _ call: Call, order: Int, basis: Basis, due: Double, timeline: Timeline, group: String?,
        queue: RunQueue<Call>
    ) {
        self.call = call
        self.order = order
        self.basis = basis
        self.due = due
        self.timeline = timeline
        self.group = group
        self.queue = queue
    }

    /// What will be called; none once the run no longer waits.
    package var pendingCall: Call? { call }

    /// How many frames of its timeline are left; setting it puts the run off anew.
    ///
    /// - Units: frames
    package var remainingFrames: Int {
        get { Int(max(0, min(remaining.rounded(.up), 9e18))) }
        set { queue?.putOff(self, frames: Double(newValue)) }
    }

    /// How much time is left at the rate of its timeline; setting it puts the run off anew.
    ///
    /// - Units: milliseconds
    package var remainingMilliseconds: Double {
        get { max(0, remaining) / timeline.rate * 1000 }
        set { queue?.putOff(self, milliseconds: newValue) }
    }

    /// Takes the run out of its queue, so that it is never called.
    ///
    /// A run that no longer waits stays as it is.
    package func kill() {
        guard isPending else { return }
        let taken = finish()
        queue?.noteFinished(self)
        _ = consume taken
    }

    // In frames of the timeline, whatever the delay is counted on.
    private var remaining: Double {
        guard isPending, let queue else { return 0 }
        return queue.remainingFrames(of: self)
    }

    // The caller receives the call, so that what its release sets off finds the run finished.
    func finish() -> Call? {
        let taken = call
        isPending = false
        ticket &+= 1
        call = nil
        return taken
    }
}
