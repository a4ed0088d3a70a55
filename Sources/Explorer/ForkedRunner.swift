internal import CSchedule
internal import Exploration
internal import PythonRuntime

/// Runs schedules of a project in forks of this process, as many at once as there are cores.
///
/// They are dealt to rows; each row's fork that a schedule has left as it was runs the next one as well.
/// Where that is found to make a difference, each schedule has a fork of its own.
final class ForkedRunner: ScheduleRunning {
    private let project: ExploredProject
    private let code: ProjectCode
    private var common: ScheduleRow.Common
    /// What others may do to the project, as its extensions' methods tell it.
    private(set) var scenarios: [Scenario] = []
    /// What the rehearsal has shown that each schedule takes as given.
    private(set) var habits = Given()
    /// What came of a rehearsal that did not end: no schedule would.
    private(set) var endless: Execution?
    /// How many schedules may run at once.
    private var atOnce: Int
    /// Whether schedules would notice each other, so that there is one row.
    private var isSerial = false
    /// The schedules that were given and not taken, the oldest first, and how many were taken before them.
    private var given: [GivenSchedule] = []
    private var taken = 0
    /// The keys of defects that were seen while nothing else ran.
    private var confirmed: Set<String> = []
    private var rows: [Int: ScheduleRow] = [:]
    /// The row of what is run at once, before what was given.
    private var first: ScheduleRow?

    /// More memory than that is needed once only.
    ///
    /// - Units: bytes
    private static let mostMemory = 512 << 20

    init(
        _ project: ExploredProject, _ code: ProjectCode, _ channel: Channel, _ patience: Patience
    ) {
        self.project = project
        self.code = code
        common = ScheduleRow.Common(
            body: ScheduleBody(project: project, code: code, channel: channel, patience: patience),
            reader: ExecutionReader(project, code), patience: patience)
        atOnce = max(1, min(project.options.jobs ?? Int(CSchedule_cores()), Rows.most))
    }

    /// Loads the project for all schedules, if a fork of this process shows that it can be shared.
    ///
    /// - Throws: What is wrong with the project, in a full sentence.
    func load() throws {
        scenarios = try project.written.scenarios
        CSchedule_mark()
        let load = rehearse { common.body.rehearseLoad($0) }
        common.loadsEachTime = load.status != 0 || !RecordReader().isClean
        if load.status == CSCHEDULE_TOO_LONG { return endless = overdue(load.turn) }
        scenarios += ScenarioReader.scenarios(RecordReader().learned)
        if !common.loadsEachTime { try project.load() }
        var imports = try EarlyImports()
        let run = rehearse {
            [imports] in common.body.rehearseRun($0, imports, loads: common.loadsEachTime)
        }
        if run.status == CSCHEDULE_TOO_LONG { return endless = overdue(run.turn) }
        if run.status == 0 {
            imports.take()
            (habits.packages, habits.isByChance) = (imports.packages, imports.isByChance)
            let trial = rehearse { [imports] in common.body.rehearseImports($0, imports) }
            // Packages that start threads or programs when they are imported do so in each schedule.
            imports.bring(packages: trial.status == 0)
        }
        common.isSharing = !common.loadsEachTime && CSchedule_mayGoOn() && code.rememberState()
        isSerial = load.reachesOut || run.reachesOut || CSchedule_forksMemory() > Self.mostMemory
        CSchedule_markLoaded()
    }

    private func rehearse(
        _ body: (OverdueSchedule) -> Never
    ) -> (status: Int32?, reachesOut: Bool, turn: OverdueSchedule) {
        let turn = common.patience.turn
        let process = ScheduleProcess(Policy(), of: .own, row: 0, turn) { body(turn) }
        guard let process else { return (nil, true, turn) }
        let status = ScheduleProcess.firstOver([process]).status
        return (status, RecordReader().reachesOut, turn)
    }

    private func overdue(_ turn: OverdueSchedule) -> Execution {
        common.reader.execution(status: CSCHEDULE_TOO_LONG, turn)
    }

    func run(_ policy: Policy, _ scenario: Scenario) -> Execution {
        let schedule = GivenSchedule(policy, scenario)
        while true {
            let row = (isSerial ? rows[0] : first) ?? newRow()
            if isSerial { rows[0] = row } else { first = row }
            row.begin(schedule)
            while schedule.execution == nil { awaitOne() }
            if let execution = result(of: schedule) { return execution }
            schedule.reset()
        }
    }

    func give(_ policy: Policy, _ scenario: Scenario) {
        // The process of what came first can run what comes now as well.
        if given.isEmpty, taken == 0, let row = first { (rows[0], first) = (row, nil) }
        given.append(GivenSchedule(policy, scenario))
    }

    func take(mayBegin: Bool) -> Execution? {
        guard let oldest = given.first else { return nil }
        while true {
            // What is serial must be through before anything else begins.
            if mayBegin, !isSerial || oldest.execution == nil { beginWhatCan() }
            if oldest.execution != nil {
                guard let execution = result(of: oldest) else { continue }
                given.removeFirst()
                taken += 1
                return execution
            }
            guard oldest.hasBegun else { return nil }
            awaitOne()
        }
    }

    func dropRest() {
        given = []
        taken = 0
        // Who is ended in the middle leaves his files behind.
        awaitAll()
        dismiss()
    }

    /// Ends all processes that run schedules or wait for some, and what was started in them.
    func dismiss() {
        for row in everyRow { row.dismiss() }
        rows = [:]
        first = nil
    }

    /// What came of a schedule, in the order of those that were given; nil when it is to be run again.
    ///
    /// What follows from it for others must not depend on which of them were faster.
    private func result(of schedule: GivenSchedule) -> Execution? {
        if !isSerial, schedule.reachesOut || !isSeenAlone(schedule) {
            isSerial = true
            beginAgain()
            return nil
        }
        if schedule.execution?.isAlone == true, !common.isDistrustful {
            (common.isDistrustful, common.isSharing) = (true, false)
            beginAgain()
        }
        return schedule.execution
    }

    /// Whether new defects of a schedule are there as well when nothing else runs.
    ///
    /// Schedules may notice each other in ways that nobody sees.
    private func isSeenAlone(_ schedule: GivenSchedule) -> Bool {
        guard let execution = schedule.execution, !execution.isOverdue else { return true }
        let keys = Set(execution.defects.map(\.key))
        guard !given.isEmpty, !keys.isSubset(of: confirmed) else { return true }
        awaitAll()
        let row = first ?? newRow()
        first = row
        let again = GivenSchedule(schedule.policy, schedule.scenario)
        row.begin(again)
        while again.execution == nil { awaitOne() }
        confirmed.formUnion(keys)
        return again.execution?.isLike(execution) == true
    }

    /// Forgets what came of the schedules that were given: all of it was found in another way than from now on.
    private func beginAgain() {
        awaitAll()
        dismiss()
        for schedule in given { schedule.reset() }
    }

    private func beginWhatCan() {
        var free = (isSerial ? 1 : atOnce) - everyRow.count { $0.running != nil }
        for (place, schedule) in given.enumerated() where !schedule.hasBegun {
            guard free > 0 else { return }
            let number = isSerial ? 0 : Rows.row(of: taken + place)
            let row = rows[number] ?? newRow()
            rows[number] = row
            guard row.running == nil else { continue }
            row.begin(schedule)
            free -= 1
        }
    }

    private func newRow() -> ScheduleRow {
        let used = Set(everyRow.map(\.number))
        let number = (0...Rows.most).first { !used.contains($0) } ?? 0
        return ScheduleRow(number, common)
    }

    private var everyRow: [ScheduleRow] { Array(rows.values) + (first.map { [$0] } ?? []) }

    private func awaitAll() {
        while everyRow.contains(where: { $0.running != nil }) { awaitOne() }
    }

    /// Waits for one of the schedules that run.
    private func awaitOne() {
        let busy = everyRow.filter { $0.running != nil }
        guard !busy.isEmpty else { return }
        let (place, status) = ScheduleProcess.firstOver(busy.compactMap(\.running))
        busy[place].ended(status)
    }
}
