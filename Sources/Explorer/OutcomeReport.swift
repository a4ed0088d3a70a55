internal import CSchedule
internal import Exploration
internal import ExtensionHost
internal import PythonRuntime

/// In a schedule's process: looks at what has come of it and leaves that for the parent.
final class OutcomeReport {
    /// The one of this process.
    static var current: OutcomeReport?

    private let project: ExploredProject
    private let code: ProjectCode
    /// How much time the schedule has.
    private let patience: OverdueSchedule
    /// What is known already while more is being looked for.
    private var known: Outcome?
    /// What the operators held when the project was loaded, for somebody who looks.
    private var loaded: OperatorStates?

    init(_ project: ExploredProject, _ code: ProjectCode, patience: OverdueSchedule) {
        self.project = project
        self.code = code
        self.patience = patience
    }

    /// Takes down what the operators hold before the project runs.
    func remember() { loaded = project.states }

    /// Reports a schedule that came to the project's end.
    func finish(_ summary: RunSummary, _ broken: [Defect]) {
        let record = RecordReader()
        defer { record.write(learned: code.learned) }
        record.write(framesRun: summary.frames)
        var defects =
            broken + summary.defects(project) + summary.survivors(project) + code.lostUpdates
            + HandleReader.defects
        if project.options.level == .shared { defects += RaceReader(project).defects }
        if let stall = stall(record) { defects.append(stall) }
        if StandingThreads.areThere {
            known = Outcome(defects: defects)
            // Whoever can go on and only had no turn yet outlives nothing.
            CSchedule_pass(Self.turn)
        }
        // Most schedules have nothing to report, and looking at threads takes longer than running them.
        guard StandingThreads.areThere || !defects.isEmpty else { return record.writeNothing() }
        let standing = StandingThreads(project, code)
        defects +=
            standing.circles + standing.keptLocks(summary) + standing.survivors(summary)
            + standing.vainJoins
        var outcome = Outcome(defects: defects, names: standing.names(summary))
        known = outcome
        if standing.letOn() { outcome.defects += behind(summary) }
        record.write(outcome)
    }

    /// What goes wrong behind the waits that threads are stuck in: who mends them meets it next.
    private func behind(_ summary: RunSummary) -> [Defect] {
        CSchedule_pass(Self.pause)
        let before = Set(summary.defects(project).map(\.key))
        return project.summary.defects(project).filter { !before.contains($0.key) }.map { defect in
            Defect(
                defect.kind, "Once that wait is over: \(defect.sentence)", rule: defect.rule,
                place: defect.place,
                stacks: defect.stacks, help: defect.help)
        }
    }

    /// How long threads have that were not through yet.
    ///
    /// - Units: nanoseconds of virtual time
    private static let turn: UInt64 = 50_000_000
    /// How long threads have that were let on.
    ///
    /// - Units: nanoseconds of virtual time
    private static let pause: UInt64 = 1_000_000_000

    /// Reports a schedule in which the project could not be loaded.
    func finish(failure: String) {
        RecordReader().write(Outcome(defects: [Defect(.exception, failure)]))
    }

    /// Reports a schedule that cannot get on.
    ///
    /// - Parameter reason: `CSCHEDULE_STUCK`, `CSCHEDULE_ENDLESS`, `CSCHEDULE_OVERDUE`, `CSCHEDULE_CROWDED`,
    ///   or `CSCHEDULE_PAUSED`, when somebody wants to look at it.
    /// - Thread: the one that has the baton, with the GIL or without
    func finish(early reason: CInt) {
        if reason == CSCHEDULE_OVERDUE { return finishOverdue() }
        if let known {
            RecordReader().write(known)
            return
        }
        GIL.held {
            let standing = StandingThreads(project, code)
            guard reason != CSCHEDULE_PAUSED else {
                var outcome = Outcome(names: standing.names, paused: standing.paused)
                outcome.changes = loaded?.changes(to: project.states) ?? []
                return RecordReader().write(outcome)
            }
            let defect =
                switch reason {
                case CSCHEDULE_STUCK: standing.deadlock
                case CSCHEDULE_CROWDED: Self.crowd
                default: standing.endlessLoop
                }
            RecordReader().write(Outcome(defects: [defect], names: standing.names))
        }
    }

    /// There would be one thread too many.
    private static let crowd = Defect(
        .uncontrolled,
        "The project starts more than \(CSCHEDULE_THREADS - 1) threads, and what follows is not known.",
        rule: "TH705", help: "Explore fewer --frames.")

    /// Reports a schedule whose time is up, with what was known of it before.
    private func finishOverdue() {
        GIL.held {
            let standing = StandingThreads(project, code)
            var schedule = patience
            schedule.hasGIL = RecordReader().overdue?.hasGIL ?? false
            var outcome = known ?? Outcome()
            outcome.names = standing.names
            outcome.defects.append(standing.standing(in: schedule).defect)
            RecordReader().write(outcome)
        }
    }

    private func stall(_ record: RecordReader) -> Defect? {
        guard let stall = record.stall else { return nil }
        let time =
            stall.seconds < 60
            ? "\(Int((stall.seconds * 1000).rounded())) ms" : "\(Int(stall.seconds.rounded())) s"
        return Defect(
            .blockedFrame,
            "The main thread waits \(time) in the project's code, and no frame is made "
                + "meanwhile.",
            rule: DefectRule.frameWait(stall.call),
            place: stall.line > 0 ? project.place(stall.file, stall.line) : code.site(stall.site),
            help: stall.call == "sleep"
                ? "" : "Look without waiting, each frame: get_nowait(), is_alive(), done().")
    }
}
