internal import CSchedule
internal import Exploration

/// Runs schedules one after the other: in one process, as long as none leaves anything behind.
final class ScheduleRow {
    /// What all rows have in common.
    struct Common {
        let body: ScheduleBody
        let reader: ExecutionReader
        let patience: Patience
        /// Whether each schedule loads the project, because the load starts threads or ends the process.
        var loadsEachTime = false
        /// Whether a process may run several schedules.
        var isSharing = false
        /// Whether that has once made a difference.
        var isDistrustful = false
    }

    /// What a process runs a schedule for.
    private enum Purpose {
        /// The process has run others.
        case further
        /// It is the first one of its process.
        case first
        /// To compare it with what came of it in a process that had run others.
        case comparison(Execution)
    }

    /// The number of its memory.
    let number: Int
    private let common: Common
    private var isSharing: Bool
    /// The process that has offered to run another schedule.
    private var offering: ScheduleProcess?
    private var purpose = Purpose.first
    private var schedule: GivenSchedule?
    /// The process that runs a schedule; nil when none does.
    private(set) var running: ScheduleProcess?
    /// How often a process that had offered to go on could not.
    private var failures = 0

    private static let mostFailures = 3

    init(_ number: Int, _ common: Common) {
        self.number = number
        self.common = common
        isSharing = common.isSharing
    }

    /// Runs a schedule, when none runs: in the process that has run others of its scenario, or in a new one.
    func begin(_ schedule: GivenSchedule) {
        schedule.begin()
        self.schedule = schedule
        guard let process = offering else { return beginFresh(.first, mayGoOn: true) }
        guard process.scenario == schedule.scenario, !process.isWornOut, !schedule.policy.pauses
        else {
            dismissOffering()
            return beginFresh(.first, mayGoOn: true)
        }
        purpose = .further
        running = process
        process.goOn(schedule.policy, common.patience.turn)
    }

    private func beginFresh(_ purpose: Purpose, mayGoOn: Bool) {
        guard let schedule else { return }
        let (policy, turn) = (schedule.policy, common.patience.turn)
        self.purpose = purpose
        running = ScheduleProcess(policy, of: schedule.scenario, row: number, turn) {
            common.body.run(
                schedule.scenario, turn, loads: common.loadsEachTime, isShown: policy.pauses,
                mayGoOn: mayGoOn && isSharing && !policy.pauses)
        }
        if running == nil { finish(nil) }
    }

    /// Takes in that the schedule which runs is over; it may have to be run once more.
    ///
    /// - Parameter status: As `CSchedule_await` tells it.
    func ended(_ status: Int32) {
        guard let process = running, let schedule else { return }
        running = nil
        let record = RecordReader()
        if record.reachesOut { schedule.reachesOut = true }
        let offers = status == CSCHEDULE_OFFERS
        guard case .further = purpose else {
            if offers { offering = process }
            return finish(common.reader.execution(status: status, process.turn))
        }
        if !offers { offering = nil }
        if status != CSCHEDULE_TOO_LONG, record.outcome == nil {
            failures += 1
            if failures == Self.mostFailures { isSharing = false }
            return beginFresh(.first, mayGoOn: offering == nil)
        }
        let execution = common.reader.execution(status: status, process.turn)
        let isClean = execution.defects.isEmpty && execution.divergedAt == nil
        guard !isClean || process.isToBeCompared else { return finish(execution) }
        // What a schedule leaves behind in Python cannot all be taken back.
        beginFresh(.comparison(execution), mayGoOn: offering == nil)
    }

    /// - Parameter result: Nil when there could be no process.
    private func finish(_ result: Execution?) {
        var execution = result ?? Self.impossible
        execution.isAlone = common.isDistrustful
        if case .comparison(let shared) = purpose, result != nil {
            // Who asks for a thread that is not there was misled by a schedule that others had changed.
            let isMisled = shared.divergedAt != nil
            if isMisled || !execution.isLike(shared) { execution.isAlone = true }
        }
        // There would be more room without other rows.
        if result == nil { schedule?.reachesOut = true }
        schedule?.execution = execution
        schedule = nil
    }

    private func dismissOffering() {
        offering?.dismiss()
        offering = nil
    }

    /// Ends its processes, and the schedule if one runs.
    func dismiss() {
        if let running, running !== offering { running.dismiss() }
        running = nil
        schedule = nil
        dismissOffering()
    }

    private static let impossible = Execution(
        decisions: [], hash: 0,
        defects: [
            Defect(
                .uncontrolled,
                "A schedule could not be run: no further process could be started.")
        ])
}

extension Execution {
    /// Whether another one took the same course and came to the same.
    ///
    /// - Parameter other: The other one.
    /// - Returns: Whether it did.
    func isLike(_ other: Execution) -> Bool {
        hash == other.hash && Set(defects.map(\.key)) == Set(other.defects.map(\.key))
    }
}
