/// Waiting runs by due moment, those with the same moment in order of creation.
struct RunHeap<Call> {
    /// A run as it was put in; stale once the run was killed, called or put off.
    struct Entry {
        let due: Double
        let run: Run<Call>
        let ticket: Int

        init(_ run: Run<Call>) {
            due = run.due
            self.run = run
            ticket = run.ticket
        }

        var isStale: Bool { ticket != run.ticket }

        func precedes(_ other: Entry) -> Bool {
            due != other.due ? due < other.due : run.order < other.run.order
        }
    }

    private var entries: [Entry] = []
    private var staleCount = 0

    var isEmpty: Bool { entries.isEmpty }

    /// Puts a run in at its due moment.
    ///
    /// - Parameter run: A pending run.
    mutating func push(_ run: Run<Call>) {
        entries.append(Entry(run))
        siftUp(from: entries.count - 1)
    }

    /// Takes out the first run that is due, leaving stale entries behind.
    ///
    /// - Parameter position: The moment up to which runs are due.
    /// - Returns: The first run and its entry; none if nothing is due.
    mutating func popDue(at position: Double) -> Entry? {
        while let first = entries.first, first.due <= position || first.isStale {
            removeFirst()
            if !first.isStale { return first }
            staleCount = max(0, staleCount - 1)
        }
        return nil
    }

    /// Notes that one entry became stale, and clears them away once they outnumber the others.
    mutating func noteStale() {
        staleCount += 1
        guard staleCount > 64, staleCount > entries.count / 2 else { return }
        entries.removeAll { $0.isStale }
        staleCount = 0
        for index in stride(from: entries.count / 2 - 1, through: 0, by: -1) {
            siftDown(from: index)
        }
    }

    private mutating func removeFirst() {
        entries.swapAt(0, entries.count - 1)
        entries.removeLast()
        siftDown(from: 0)
    }

    private mutating func siftUp(from start: Int) {
        var index = start
        while index > 0 {
            let parent = (index - 1) / 2
            guard entries[index].precedes(entries[parent]) else { return }
            entries.swapAt(index, parent)
            index = parent
        }
    }

    private mutating func siftDown(from start: Int) {
        var index = start
        while true {
            var first = index
            for child in [2 * index + 1, 2 * index + 2] where child < entries.count {
                if entries[child].precedes(entries[first]) { first = child }
            }
            guard first != index else { return }
            entries.swapAt(index, first)
            index = first
        }
    }
}
