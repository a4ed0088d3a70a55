internal import CSchedule
internal import Exploration
internal import Foundation
internal import PythonRuntime

/// Runs schedules of a project, each in a fork of this process.
final class ForkedRunner {
    private let project: ExploredProject
    private let code: ProjectCode
    private let channel: Channel
    /// Whether each schedule loads the project, because the load starts threads or ends the process.
    private var loadsEachTime = false
    private var imports: EarlyImports?
    /// The one of a rehearsal, whose end is told to a C function.
    private static var rehearsed: EarlyImports?
    /// The lines that sites stand for, as far as they were asked for.
    private var sites: [Int: Defect.Place] = [:]
    /// What others may do to the project, as its extensions' methods tell it.
    private(set) var scenarios: [Scenario] = []
    /// What came of a rehearsal that did not end: no schedule would.
    private(set) var endless: Execution?
    private let patience: Patience
    /// How much time the schedule has that runs.
    private var turn = OverdueSchedule(time: 0, isFull: true)

    /// Points after which a schedule counts as endless.
    private static let mostSteps: UInt64 = 300_000

    init(
        _ project: ExploredProject, _ code: ProjectCode, _ channel: Channel, _ patience: Patience
    ) {
        self.project = project
        self.code = code
        self.channel = channel
        self.patience = patience
    }

    /// Loads the project for all schedules, if a fork of this process shows that it can be shared.
    ///
    /// - Throws: What is wrong with the project, in a full sentence.
    func load() throws {
        let status = execute(Policy(), rehearse)
        loadsEachTime = status != 0 || !RecordReader().isClean
        if let status, status == Self.overdue { return endless = execution(status: status) }
        scenarios = ScenarioReader.scenarios(RecordReader().learned)
        if !loadsEachTime { try project.load() }
        imports = try EarlyImports()
        let run = execute(Policy(), rehearseRun)
        if let run, run == Self.overdue { return endless = execution(status: run) }
        if run == 0 { imports?.bring() }
    }

    /// The status of a schedule that took too long, as `CSchedule_await` tells it.
    private static let overdue: Int32 = -1

    /// Does something in a fork of this process and waits for its end, as long as a schedule may take.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other in it.
    ///   - body: What it does.
    /// - Returns: The wait status, or `overdue`; nil when there can be no further process.
    private func execute(_ policy: Policy, _ body: () -> Never) -> Int32? {
        let time = patience.next
        turn = OverdueSchedule(time: time, isFull: time >= patience.most)
        let process = fork(policy)
        if process == 0 { body() }
        guard process > 0 else { return nil }
        return CSchedule_await(process, Int32(clamping: time))
    }

    /// In a fork: what to do when there is no getting on.
    ///
    /// - Parameter end: A C function, which does not return.
    // SAFETY: it captures nothing and is called in this process only, at most once.
    private func prepare(toEnd end: @escaping @convention(c) (CInt) -> Void) {
        OutcomeReport.current = OutcomeReport(project, code, patience: turn)
        CSchedule_onEnd(Self.mostSteps, end)
        cutLoose()
    }

    /// In a fork: loads the project and tells whether that started no threads and came to its end.
    private func rehearse() -> Never {
        prepare { reason in
            if reason == CSCHEDULE_OVERDUE { OutcomeReport.current?.finish(early: reason) }
            _exit(1)
        }
        // What is wrong is told by the load that counts.
        _ = try? project.load()
        // A fork has one thread only, so what has started others cannot be shared.
        if CSchedule_threadCount() == 1 { RecordReader().writeNothing() }
        if project.options.scenarios == .face {
            RecordReader().write(learned: ScenarioReader.description)
        }
        _exit(0)
    }

    /// In a fork: runs the project once, as far as it gets, and tells what it imports on the way.
    private func rehearseRun() -> Never {
        Self.rehearsed = imports
        prepare { reason in
            if reason == CSCHEDULE_OVERDUE {
                OutcomeReport.current?.finish(early: reason)
            } else {
                GIL.held { ForkedRunner.rehearsed?.report() }
            }
            _exit(0)
        }
        do {
            if loadsEachTime { try project.load() }
            _ = project.run(.own)
            imports?.report()
        } catch {
            // The schedules will say so.
        }
        _exit(0)
    }

    /// Runs one schedule.
    func run(_ policy: Policy, _ scenario: Scenario) -> Execution {
        let status = execute(policy) { runHere(scenario, isShown: policy.pauses) }
        guard let status else { return failure("no further process could be started") }
        return execution(status: status)
    }

    private func fork(_ policy: Policy) -> Int32 {
        // SAFETY: the fork takes a copy of the prefix before this call is over.
        policy.prefix.withUnsafeBufferPointer { prefix in
            var control = CSchedule_Policy()
            control.prefix = prefix.baseAddress
            control.prefixLength = UInt32(prefix.count)
            switch policy.kind {
            case .ordinary: control.kind = CSCHEDULE_ORDINARY
            case .walk(let seed): (control.kind, control.seed) = (CSCHEDULE_WALK, seed)
            case .draws(let seed): (control.kind, control.seed) = (CSCHEDULE_DRAWS, seed)
            case .priorities(let seed, let changes, let length):
                (control.kind, control.seed) = (CSCHEDULE_PRIORITIES, seed)
                (control.changes, control.length) = (UInt32(changes), UInt32(length))
            }
            control.pauses = policy.pauses
            return CSchedule_fork(&control)
        }
    }

    /// In the fork: runs the project, leaves the report in the shared memory and ends.
    private func runHere(_ scenario: Scenario, isShown: Bool) -> Never {
        prepare { reason in
            OutcomeReport.current?.finish(early: reason)
            _exit(0)
        }
        let report = OutcomeReport.current
        do {
            if loadsEachTime { try project.load() }
            if isShown { report?.remember() }
            let (summary, broken) = project.run(scenario)
            report?.finish(summary, broken)
        } catch {
            report?.finish(failure: "\(error)")
        }
        _exit(0)
    }

    /// Leaves the project no way to who asked, and nowhere to print to: many schedules would.
    private func cutLoose() {
        channel.cut()
        let nowhere = open("/dev/null", O_RDWR)
        for descriptor: Int32 in 0...2 { dup2(nowhere, descriptor) }
    }

    private func execution(status: Int32) -> Execution {
        let record = RecordReader()
        var execution = record.execution
        code.learn(record.learned)
        if let outcome = record.outcome {
            execution.defects = outcome.defects
            execution.names = outcome.names
            execution.paused = outcome.paused
            execution.changes = outcome.changes
        } else if status == Self.overdue {
            execution.defects = [seen(record).defect]
        } else if status & 0x7F != 0 {
            execution.defects = [
                Defect(.crash, "The process was ended by signal \(status & 0x7F).")
            ]
        } else {
            execution.defects = [
                Defect(
                    .uncontrolled,
                    "The project ended the process with code \(status >> 8 & 0xFF), so what went "
                        + "before is not known.")
            ]
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

    /// What is known of an overdue schedule that could not report by itself any more.
    private func seen(_ record: RecordReader) -> OverdueSchedule {
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

    private func failure(_ reason: String) -> Execution {
        Execution(
            decisions: [], hash: 0,
            defects: [Defect(.uncontrolled, "A schedule could not be run: \(reason).")])
    }
}
