internal import CSchedule
internal import Exploration
internal import PythonRuntime

/// Runs schedules of a project in forks of this process.
///
/// A fork that a schedule has left as it was runs the next one as well. Where that is found to make a
/// difference, each schedule has a fork of its own.
final class ForkedRunner {
    private let project: ExploredProject
    private let code: ProjectCode
    private let patience: Patience
    private let body: ScheduleBody
    private let reader: ExecutionReader
    /// Whether each schedule loads the project, because the load starts threads or ends the process.
    private var loadsEachTime = false
    /// What others may do to the project, as its extensions' methods tell it.
    private(set) var scenarios: [Scenario] = []
    /// What came of a rehearsal that did not end: no schedule would.
    private(set) var endless: Execution?
    /// How much time the schedule has that runs.
    private var turn = OverdueSchedule(time: 0, isFull: true)
    /// The process that has offered to run another schedule.
    private var offering: ScheduleProcess?
    /// Whether a process may run several schedules.
    private var isSharing = false
    /// Whether that has once made a difference.
    private var isDistrustful = false
    /// How often a process that had offered to go on could not.
    private var failures = 0

    private static let mostFailures = 3

    init(
        _ project: ExploredProject, _ code: ProjectCode, _ channel: Channel, _ patience: Patience
    ) {
        self.project = project
        self.code = code
        self.patience = patience
        body = ScheduleBody(project: project, code: code, channel: channel, patience: patience)
        reader = ExecutionReader(project, code)
    }

    /// Loads the project for all schedules, if a fork of this process shows that it can be shared.
    ///
    /// - Throws: What is wrong with the project, in a full sentence.
    func load() throws {
        CSchedule_mark()
        let status = begin { body.rehearseLoad(turn) }?.ending()
        loadsEachTime = status != 0 || !RecordReader().isClean
        if status == CSCHEDULE_TOO_LONG { return endless = execution(CSCHEDULE_TOO_LONG) }
        scenarios = ScenarioReader.scenarios(RecordReader().learned)
        if !loadsEachTime { try project.load() }
        let imports = try EarlyImports()
        let run = begin { body.rehearseRun(turn, imports, loads: loadsEachTime) }?.ending()
        if run == CSCHEDULE_TOO_LONG { return endless = execution(CSCHEDULE_TOO_LONG) }
        if run == 0 { imports.bring() }
        isSharing = !loadsEachTime && CSchedule_mayGoOn() && code.rememberState()
    }

    /// Runs one schedule, after others in the same process where that makes no difference.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other.
    ///   - scenario: What else happens.
    /// - Returns: What came of it.
    func run(_ policy: Policy, _ scenario: Scenario) -> Execution {
        guard let shared = goOn(policy, scenario) else { return runFresh(policy, scenario) }
        guard shared.isDoubtful else { return shared.execution }
        // What a schedule leaves behind in Python cannot all be taken back.
        var fresh = runFresh(policy, scenario, mayGoOn: offering == nil)
        // Who asks for a thread that is not there was misled by a schedule that others had changed.
        let isMisled = shared.execution.divergedAt != nil
        guard isMisled || !fresh.isLike(shared.execution) else { return fresh }
        dismiss()
        isSharing = false
        isDistrustful = true
        fresh.isAlone = true
        return fresh
    }

    private func runFresh(
        _ policy: Policy, _ scenario: Scenario, mayGoOn: Bool = true
    ) -> Execution {
        let mayGoOn = mayGoOn && isSharing && !policy.pauses
        let process = begin(policy, scenario) {
            body.run(
                scenario, turn, loads: loadsEachTime, isShown: policy.pauses, mayGoOn: mayGoOn)
        }
        guard let process else { return Self.impossible }
        let status = process.ending()
        if status == CSCHEDULE_OFFERS { offering = process }
        return execution(status)
    }

    /// Runs a schedule in the process that has run others of its scenario.
    ///
    /// - Returns: What came of it, and whether it is to be seen in a fresh process as well; nil when
    ///   there is no such process, or when it could not run it.
    private func goOn(
        _ policy: Policy, _ scenario: Scenario
    ) -> (execution: Execution, isDoubtful: Bool)? {
        guard let process = offering else { return nil }
        guard process.scenario == scenario, !process.isWornOut, !policy.pauses else {
            dismiss()
            return nil
        }
        turn = patience.turn
        let status = process.goOn(policy, time: turn.time)
        if status != CSCHEDULE_OFFERS { offering = nil }
        if status != CSCHEDULE_TOO_LONG, RecordReader().outcome == nil {
            failures += 1
            if failures == Self.mostFailures { isSharing = false }
            return nil
        }
        let execution = execution(status)
        let isClean = execution.defects.isEmpty && execution.divergedAt == nil
        return (execution, !isClean || process.isToBeCompared)
    }

    private func begin(
        _ policy: Policy = Policy(), _ scenario: Scenario = .own, _ body: () -> Never
    ) -> ScheduleProcess? {
        turn = patience.turn
        return ScheduleProcess(policy, of: scenario, time: turn.time, body)
    }

    /// Ends the process that waits for another schedule, and what was started in it.
    func dismiss() {
        offering?.dismiss()
        offering = nil
    }

    private func execution(_ status: Int32) -> Execution {
        var execution = reader.execution(status: status, turn)
        execution.isAlone = isDistrustful
        return execution
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
    fileprivate func isLike(_ other: Execution) -> Bool {
        hash == other.hash && Set(defects.map(\.key)) == Set(other.defects.map(\.key))
    }
}
