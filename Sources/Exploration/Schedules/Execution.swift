/// One schedule that was run, and what came of it.
package struct Execution: Sendable {
    /// A thread passed a point of the project's code.
    package struct Event: Sendable, Equatable {
        package let thread: Int
        /// The number of the point's place.
        package let site: Int
        /// Whether it had been put aside there, and goes on.
        package let goesOn: Bool

        package init(thread: Int, site: Int, goesOn: Bool = false) {
            self.thread = thread
            self.site = site
            self.goesOn = goesOn
        }
    }

    package var decisions: [Decision]
    /// The same for schedules in which the same threads came to the same points in the same order.
    package var hash: UInt64
    package var events: [Event]
    package var defects: [Defect]
    /// The places that events name.
    package var sites: [Int: Defect.Place] = [:]
    /// The threads' names.
    package var names: [Int: String] = [:]
    /// Where the threads stand, when it was paused.
    package var paused: [PausedThread] = []
    /// What the operators hold that they did not hold at first, when it was paused.
    package var changes: [String] = []
    /// Whether there were more decisions than are kept.
    package var isCut = false
    /// Whether CPython may change the thread wherever this schedule does.
    package var isReachable = true
    /// Whether each schedule has a process of its own from this one on, because schedules were found to
    /// change what came of later ones: those before it do not count.
    package var isAlone = false
    /// The decision at which the prefix asked for a thread that could not go on.
    package var divergedAt: Int?
    /// The address of another program that it asked over the network; nil for none.
    package var asked: String?
    /// How many frames it ran; nil when it did not come to its end.
    package var framesRun: Int?
    /// The file that it opened first to write to; nil for none.
    package var written: String?

    package init(
        decisions: [Decision], hash: UInt64, events: [Event] = [], defects: [Defect] = []
    ) {
        self.decisions = decisions
        self.hash = hash
        self.events = events
        self.defects = defects
    }

    /// The threads chosen, which as a prefix make the same schedule again.
    package var choices: [UInt8] { decisions.map { UInt8(truncatingIfNeeded: $0.chosen) } }

    /// How often a thread lost the processor that could have gone on.
    package var preemptions: Int { decisions.count { $0.isPreemption($0.chosen) } }

    /// Whether it did not come to its end in real time.
    package var isOverdue: Bool { defects.contains { $0.kind == .overdue } }

    /// The defect of a key, if there is one.
    package func defect(_ key: String) -> Defect? { defects.first { $0.key == key } }
}
