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

    init(_ project: ExploredProject, _ code: ProjectCode) {
        self.project = project
        self.code = code
    }

    /// Reports a schedule that came to the project's end.
    func finish(_ summary: RunSummary, _ broken: [Defect]) {
        let record = RecordReader()
        defer { record.write(learned: code.learned) }
        var defects = broken + summary.defects(project)
        if let stall = stall(record) { defects.append(stall) }
        // Most schedules have nothing to report, and looking at threads takes longer than running them.
        guard StandingThreads.areThere || !defects.isEmpty else { return record.writeNothing() }
        let standing = StandingThreads(project, code)
        defects += standing.circles + standing.survivors
        record.write(Outcome(defects: defects, names: standing.names(summary)))
    }

    /// Reports a schedule in which the project could not be loaded.
    func finish(failure: String) {
        RecordReader().write(Outcome(defects: [Defect(.exception, failure)]))
    }

    /// Reports a schedule that cannot get on.
    ///
    /// - Parameter reason: `CSCHEDULE_STUCK` or `CSCHEDULE_ENDLESS`.
    /// - Thread: the one that has the baton, with the GIL or without
    func finish(early reason: CInt) {
        GIL.held {
            let standing = StandingThreads(project, code)
            let defect = reason == CSCHEDULE_STUCK ? standing.deadlock : standing.endlessLoop
            RecordReader().write(Outcome(defects: [defect], names: standing.names))
        }
    }

    private func stall(_ record: RecordReader) -> Defect? {
        guard let stall = record.stall else { return nil }
        let milliseconds = Int((stall.seconds * 1000).rounded())
        return Defect(
            .blockedFrame,
            "The main thread waits \(milliseconds) ms in the project's code, and no frame is made "
                + "meanwhile.",
            place: stall.line > 0 ? project.place(stall.file, stall.line) : code.site(stall.site),
            help: "Look without waiting, each frame: get_nowait(), is_alive(), done().")
    }
}
