/// What an exploration is asked to do.
package struct ExploreOptions: Sendable, Codable, Equatable {
    /// Where a thread may lose the processor.
    package enum Level: String, Sendable, Codable, CaseIterable {
        /// At locks, waits and sleeps.
        case sync
        /// There, and wherever CPython looks for another thread: at function entries, after calls, in
        /// loops.
        case reachable
    }

    /// The project.
    package var target: String
    package var level = Level.reachable
    /// The most preemptions that are searched in full.
    package var bound = 3
    /// The most seconds of real time.
    package var seconds = 30.0
    /// The most schedules.
    package var schedules = 1_000_000
    /// Frames of each schedule.
    package var frames = 120
    package var fps = 60.0
    /// What chance begins with.
    package var seed: UInt64 = 1
    /// The only child of the project that is explored; nil for the whole project.
    package var component: String?
    /// Expressions that must hold after each frame.
    package var invariants: [String] = []
    /// Where replay files are written; nil for nowhere.
    package var replayFolder: String?
    /// The schedule to replay, and whether each step of it is told.
    package var replay: ScheduleFile?
    package var isStepping = false
    /// Whether each schedule loads the project, because the load starts threads already.
    package var loadsEachTime = false

    /// The default exploration of a project.
    package init(target: String) { self.target = target }

    /// How much may be tried.
    package var budget: Portfolio.Budget { .init(seconds: seconds, schedules: schedules) }
}
