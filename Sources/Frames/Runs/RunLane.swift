/// The runs that count on one timeline.
struct RunLane<Call> {
    /// The timeline on which the runs count.
    let timeline: Timeline
    /// Runs with a due moment.
    var heap = RunHeap<Call>()

    private var endOfFrame: [RunHeap<Call>.Entry] = []
    private var staleCount = 0

    init(timeline: Timeline) { self.timeline = timeline }

    var isEmpty: Bool { heap.isEmpty && endOfFrame.isEmpty }

    /// Puts a run in for the end of the frame, behind those already there.
    ///
    /// - Parameter run: A pending run.
    mutating func pushToEndOfFrame(_ run: Run<Call>) {
        endOfFrame.append(.init(run))
    }

    /// Takes out all runs for the end of the frame.
    ///
    /// - Returns: Their entries, stale ones among them.
    mutating func takeEndOfFrame() -> [RunHeap<Call>.Entry] {
        defer { (endOfFrame, staleCount) = ([], 0) }
        return endOfFrame
    }

    /// Notes that one run for the end of the frame was killed or put off.
    ///
    /// A paused timeline keeps its runs, so stale entries are cleared once they outnumber the rest.
    mutating func noteStaleAtEndOfFrame() {
        staleCount += 1
        guard staleCount > 64, staleCount > endOfFrame.count / 2 else { return }
        endOfFrame.removeAll { $0.isStale }
        staleCount = 0
    }
}
