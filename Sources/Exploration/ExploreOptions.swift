/// What an exploration is asked to do.
package struct ExploreOptions: Sendable, Codable, Equatable {
    /// Where a thread may lose the processor.
    package enum Level: String, Sendable, Codable, CaseIterable {
        /// At locks, waits and sleeps.
        case sync
        /// There, and wherever CPython looks for another thread: at function entries, after calls, in
        /// loops.
        case reachable
        /// There, and at each access to an attribute or a global that threads may share. CPython would
        /// change no thread at these; accesses that nothing orders are told.
        case shared
    }

    /// What happens to the project.
    package enum Scenarios: String, Sendable, Codable, CaseIterable {
        /// What it does by itself.
        case own
        /// That, and what the methods of its extensions let others do: start twice, stop early, …
        case face
    }

    /// The project.
    package var target: String
    package var level = Level.reachable
    /// The environment that was named for it; nil when it is to be looked for.
    package var venv: String?
    /// The `python3` of the environment; nil for the linked library's.
    package var python: String?
    /// Packages that come before those of that Python; nil for none.
    package var packages: String?
    /// The most preemptions that are searched in full.
    package var bound = 3
    /// The most seconds of real time.
    package var seconds = 30.0
    /// The most schedules.
    package var schedules = 1_000_000
    /// Kinds of defects after which no more are looked for, once each of them is found, and no order that
    /// shows one is shortened; none looks for all.
    package var until: Set<Defect.Kind> = []
    /// How many schedules run at once at most, which changes nothing else; nil for as many as there are cores.
    package var jobs: Int?
    /// Whether the first defect is enough.
    package var stopsAtFirst = false
    /// Frames of each schedule.
    package var frames = 120
    package var fps = 60.0
    /// What chance begins with.
    package var seed: UInt64 = 1
    /// The only child of the project that is explored; nil for the whole project.
    package var component: String?
    /// Expressions that must hold after each frame.
    package var invariants: [String] = []
    package var scenarios = Scenarios.face
    /// Files with scenarios that somebody has written.
    package var scenarioFiles: [String] = []
    /// What the main thread is to call beside what the project does by itself.
    package var calls: [Call] = []
    /// How long the main thread may wait in one frame; nil for the time of a frame.
    ///
    /// - Units: milliseconds of virtual time
    package var budget: Double?
    /// Where replay files are written; nil for nowhere.
    package var replayFolder: String?
    /// The schedule to replay.
    package var replay: ScheduleFile?

    /// What somebody who plays the scheduler asks for; nil when nobody does.
    package var move: PlayMove?

    /// The default exploration of a project.
    package init(target: String) { self.target = target }

    /// How much may be tried.
    package var limits: Portfolio.Budget { .init(seconds: seconds, schedules: schedules) }

    /// The options under which a schedule was found.
    ///
    /// - Parameter file: The schedule.
    package init(replaying file: ScheduleFile) {
        let then = file.conditions
        self.init(target: then.target)
        venv = then.venv
        scenarioFiles = then.scenario?.script.map { [$0.file] } ?? []
        level = then.level
        frames = then.frames
        fps = then.fps
        component = then.component
        invariants = then.invariants
        calls = then.calls
        budget = then.budget
        replay = file
    }
}
