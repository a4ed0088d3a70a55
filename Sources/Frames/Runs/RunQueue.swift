/// The delayed calls of `run()`, called in due order, those due together in order of creation.
///
/// Waiting runs cost nothing in a frame in which they are not due.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/Run_Command_Examples>, <https://docs.derivative.ca/Runs_Class>
package final class RunQueue<Call>: FrameRuns {
    /// Calls one run; set by the host, which reports what goes wrong.
    package var perform: (Run<Call>, Call) -> Void

    private let clock: any FrameClock
    private var lanes: [ObjectIdentifier: RunLane<Call>] = [:]
    private var wall = RunHeap<Call>()
    private var all: [Run<Call>] = []
    private var nextOrder = 0
    private var isCalling = false

    /// How many runs wait.
    package private(set) var count = 0

    /// Makes an empty queue.
    ///
    /// - Parameters:
    ///   - clock: The time that wall delays are counted on.
    ///   - perform: Calls one run.
    package init(
        clock: any FrameClock, perform: @escaping (Run<Call>, Call) -> Void = { _, _ in }
    ) {
        self.clock = clock
        self.perform = perform
    }

    /// The runs that wait, in order of creation.
    package var pending: [Run<Call>] {
        if all.count != count { all.removeAll { !$0.isPending } }
        return all
    }

    /// Puts a call off.
    ///
    /// - Parameters:
    ///   - call: What to call, once, on the main thread.
    ///   - delay: When.
    ///   - timeline: What delays in frames are counted on; while it is paused they do not run out.
    ///   - group: A name by which code finds and kills its runs.
    /// - Returns: The run, which can be put off anew or killed until it is called.
    @discardableResult
    package func add(
        _ call: Call, after delay: RunDelay, on timeline: Timeline, group: String? = nil
    ) -> Run<Call> {
        let (basis, due) = moment(after: delay, on: timeline)
        let run = Run(
            call, order: nextOrder, basis: basis, due: due, timeline: timeline, group: group,
            queue: self)
        nextOrder &+= 1
        count += 1
        all.append(run)
        file(run)
        return run
    }

    /// Kills every run that waits.
    package func killAll() {
        for run in pending { run.kill() }
    }

    /// Calls every run whose delay is over, except those added or put off meanwhile.
    package func callDueRuns() {
        guard !isCalling else { return }
        var due: [(entry: RunHeap<Call>.Entry, overdue: Double)] = []
        for key in laneKeys {
            guard let timeline = lanes[key]?.timeline, timeline.isRunning else { continue }
            let position = timeline.elapsedFrames
            while let entry = lanes[key]?.heap.popDue(at: position) {
                due.append((entry, (position - entry.due) / timeline.rate))
            }
            if lanes[key]?.isEmpty == true { lanes[key] = nil }
        }
        let now = clock.now
        while let entry = wall.popDue(at: now) { due.append((entry, now - entry.due)) }
        guard !due.isEmpty else { return }
        // Timelines share no moment but now, so runs of several are compared by how long they are
        // overdue; to the microsecond, below which rates that do not divide each other differ.
        let sorted = due.map { ($0.entry, ($0.overdue * 1e6).rounded()) }.sorted {
            $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.run.order < $1.0.run.order
        }
        call(sorted.map(\.0))
    }

    /// Calls every run put off to the end of the frame, except those added meanwhile.
    package func callEndOfFrameRuns() {
        guard !isCalling else { return }
        var due: [RunHeap<Call>.Entry] = []
        for key in laneKeys where lanes[key]?.timeline.isRunning == true {
            due += lanes[key]?.takeEndOfFrame() ?? []
            if lanes[key]?.isEmpty == true { lanes[key] = nil }
        }
        call(due.sorted { $0.run.order < $1.run.order })
    }

    // Most frames have none, and the first array of a dictionary's keys costs a start 0.1 ms.
    private var laneKeys: [ObjectIdentifier] { lanes.isEmpty ? [] : Array(lanes.keys) }

    // A call that drives frames from within starts no second round inside this one: the callers
    // ask `isCalling` before they take anything out.
    private func call(_ entries: [RunHeap<Call>.Entry]) {
        isCalling = true
        defer { isCalling = false }
        for entry in entries where !entry.isStale {
            let run = entry.run
            let call = run.finish()
            noteCalled()
            if run.isActive, let call { perform(run, call) }
        }
    }

    private func moment(
        after delay: RunDelay, on timeline: Timeline
    ) -> (basis: Run<Call>.Basis, due: Double) {
        switch delay {
        case .frames(let frames):
            (.timeline, timeline.elapsedFrames + Double(max(0, frames)))
        case .milliseconds(let milliseconds):
            (
                .timeline,
                timeline.elapsedFrames + (bounded(milliseconds) / 1000 * timeline.rate).rounded()
            )
        case .wallFrames(let frames):
            (.wall, clock.now + Double(max(0, frames)) / timeline.rate)
        case .wallMilliseconds(let milliseconds):
            (.wall, clock.now + bounded(milliseconds) / 1000)
        case .endOfFrame:
            (.endOfFrame, 0)
        }
    }

    // NaN would be due neither now nor ever and break the order of the heap.
    private func bounded(_ delay: Double) -> Double {
        delay > 0 ? min(delay, 1e15) : 0
    }

    private func file(_ run: Run<Call>) {
        let key = ObjectIdentifier(run.timeline)
        switch run.basis {
        case .wall:
            wall.push(run)
        case .timeline:
            lanes[key, default: RunLane(timeline: run.timeline)].heap.push(run)
        case .endOfFrame:
            lanes[key, default: RunLane(timeline: run.timeline)].pushToEndOfFrame(run)
        }
    }
}

extension RunQueue {
    /// How much of a run's delay is left.
    ///
    /// - Parameter run: A pending run of this queue.
    /// - Returns: The rest, negative if it is overdue.
    /// - Units: frames of the run's timeline
    func remainingFrames(of run: Run<Call>) -> Double {
        switch run.basis {
        case .timeline: run.due - run.timeline.elapsedFrames
        case .wall: (run.due - clock.now) * run.timeline.rate
        case .endOfFrame: 0
        }
    }

    /// Counts a run's delay anew from now, in frames.
    ///
    /// - Parameters:
    ///   - run: A run of this queue; one that no longer waits stays as it is.
    ///   - frames: The new delay.
    func putOff(_ run: Run<Call>, frames: Double) {
        let frames = bounded(frames).rounded()
        let isWall = run.basis == .wall
        putOff(run, toWall: isWall ? clock.now + frames / run.timeline.rate : nil, frames: frames)
    }

    /// Counts a run's delay anew from now, in milliseconds.
    ///
    /// - Parameters:
    ///   - run: A run of this queue; one that no longer waits stays as it is.
    ///   - milliseconds: The new delay; rounded to frames unless the run counts real time.
    func putOff(_ run: Run<Call>, milliseconds: Double) {
        let seconds = bounded(milliseconds) / 1000
        let frames = (seconds * run.timeline.rate).rounded()
        putOff(run, toWall: run.basis == .wall ? clock.now + seconds : nil, frames: frames)
    }

    /// Notes that a run of this queue was killed.
    ///
    /// - Parameter run: The run, already finished.
    func noteFinished(_ run: Run<Call>) {
        noteCalled()
        noteStaleEntry(of: run)
    }

    private func putOff(_ run: Run<Call>, toWall wallDue: Double?, frames: Double) {
        guard run.isPending else { return }
        run.ticket &+= 1
        noteStaleEntry(of: run)
        run.basis = wallDue == nil ? .timeline : .wall
        run.due = wallDue ?? run.timeline.elapsedFrames + frames
        file(run)
    }

    private func noteStaleEntry(of run: Run<Call>) {
        switch run.basis {
        case .wall: wall.noteStale()
        case .timeline: lanes[ObjectIdentifier(run.timeline)]?.heap.noteStale()
        case .endOfFrame: lanes[ObjectIdentifier(run.timeline)]?.noteStaleAtEndOfFrame()
        }
    }

    private func noteCalled() {
        count -= 1
        if all.count > 64, all.count > 2 * count { all.removeAll { !$0.isPending } }
    }
}
