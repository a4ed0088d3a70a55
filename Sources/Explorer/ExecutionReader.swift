internal import CSchedule
internal import Exploration

/// Reads what a schedule has left, once its process has ended or offers to go on.
final class ExecutionReader {
    private let project: ExploredProject
    private let code: ProjectCode
    /// The lines that sites stand for, as far as they were asked for.
    private var sites: [Int: Defect.Place] = [:]

    init(_ project: ExploredProject, _ code: ProjectCode) {
        self.project = project
        self.code = code
    }

    /// What came of the schedule that ran last.
    ///
    /// - Parameters:
    ///   - status: As `CSchedule_await` tells it.
    ///   - turn: How much time it had.
    /// - Returns: What it did and what is wrong with it.
    func execution(status: Int32, _ turn: OverdueSchedule) -> Execution {
        let record = RecordReader()
        var execution = record.execution
        code.learn(record.learned)
        // What had nothing to report and goes on for ever has not come to its end.
        let isStanding = status == CSCHEDULE_TOO_LONG && record.isClean
        if !isStanding, let outcome = record.outcome {
            execution.defects = outcome.defects
            execution.names = outcome.names
            execution.paused = outcome.paused
            execution.changes = outcome.changes
        } else {
            execution.defects = [defect(of: status, record, turn)]
        }
        if project.options.level == .shared {
            let aside = Set(execution.events.filter(\.goesOn).map(\.site))
            execution.isReachable = !aside.contains { code.isAdded($0) }
        }
        for site in Set(execution.events.map(\.site)) {
            execution.sites[site] = place(ofSite: site)
        }
        return execution
    }

    /// What is wrong with a schedule that left no report.
    private func defect(
        of status: Int32, _ record: RecordReader, _ turn: OverdueSchedule
    ) -> Defect {
        if status == CSCHEDULE_TOO_LONG { return seen(record, turn).defect }
        if status & 0x7F != 0 {
            return Defect(.crash, "The process was ended by signal \(status & 0x7F).")
        }
        return Defect(
            .uncontrolled,
            "The project ended the process with code \(status >> 8 & 0xFF), so what went "
                + "before is not known.")
    }

    /// What is known of an overdue schedule that could not report by itself any more.
    private func seen(_ record: RecordReader, _ turn: OverdueSchedule) -> OverdueSchedule {
        var schedule = turn
        guard let standing = record.overdue else { return schedule }
        schedule.hasGIL = standing.hasGIL
        schedule.thread = standing.thread == 0 ? "MainThread" : "thread \(standing.thread)"
        if standing.line > 0 { schedule.place = project.place(standing.file, standing.line) }
        return schedule
    }

    private func place(ofSite number: Int) -> Defect.Place? {
        if let known = sites[number] { return known }
        let place = code.site(number)
        sites[number] = place
        return place
    }
}
