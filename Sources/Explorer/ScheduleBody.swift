internal import CSchedule
internal import Exploration
internal import Foundation
internal import PythonRuntime

/// What a fork of this process does: it runs the project and leaves for the parent what came of it.
struct ScheduleBody {
    let project: ExploredProject
    let code: ProjectCode
    let channel: Channel
    let patience: Patience

    /// What the rehearsal of this process has imported, which a C function reports.
    private static var imports: EarlyImports?
    /// Points after which a schedule counts as endless.
    private static let mostSteps: UInt64 = 300_000

    /// Loads the project and tells whether that started no threads and came to its end.
    func rehearseLoad(_ turn: OverdueSchedule) -> Never {
        prepare(turn) { reason in
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

    /// Imports what a rehearsal has reported, and tells whether that left nothing but modules.
    func rehearseImports(_ turn: OverdueSchedule, _ imports: EarlyImports) -> Never {
        prepare(turn) { _ in _exit(1) }
        CSchedule_prepareToGoOn()
        imports.bring(packages: true)
        // What forks others may not even have had another thread.
        _exit(CSchedule_isAlone() && CSchedule_threadCount() == 1 ? 0 : 1)
    }

    /// Runs the project once, as far as it gets, and tells what it imports on the way.
    func rehearseRun(_ turn: OverdueSchedule, _ imports: EarlyImports, loads: Bool) -> Never {
        Self.imports = imports
        prepare(turn) { reason in
            if reason == CSCHEDULE_OVERDUE {
                OutcomeReport.current?.finish(early: reason)
            } else {
                GIL.held { ScheduleBody.imports?.report() }
            }
            _exit(0)
        }
        do {
            if loads { try project.load() }
            _ = project.run(.own)
            imports.report()
        } catch {
            // The schedules will say so.
        }
        _exit(0)
    }

    /// Runs a schedule, and further ones of the same scenario if it may, as long as none leaves anything
    /// behind.
    ///
    /// - Parameters:
    ///   - scenario: What else happens in them.
    ///   - turn: How much time the first one has.
    ///   - loads: Whether it has to load the project.
    ///   - isShown: Whether somebody wants to know what operators hold when it pauses.
    ///   - mayGoOn: Whether there may be further ones.
    func run(
        _ scenario: Scenario, _ turn: OverdueSchedule, loads: Bool, isShown: Bool, mayGoOn: Bool
    ) -> Never {
        prepare(turn, toEnd: Self.end)
        if mayGoOn { CSchedule_prepareToGoOn() }
        complete(scenario, loads: loads, isShown: isShown)
        while mayGoOn, RecordReader().isClean, CSchedule_offer(), renew() {
            complete(scenario, loads: false, isShown: false)
        }
        _exit(0)
    }

    private func complete(_ scenario: Scenario, loads: Bool, isShown: Bool) {
        let report = OutcomeReport.current
        do {
            if loads { try project.load() }
            if isShown { report?.remember() }
            let (summary, broken) = project.run(scenario)
            report?.finish(summary, broken)
        } catch {
            report?.finish(failure: "\(error)")
        }
    }

    /// Having offered to go on: loads the project anew and waits for the next schedule.
    ///
    /// - Returns: Whether this process can run it.
    private func renew() -> Bool {
        // A host that is made later than it runs would wait for that time.
        CSchedule_rewind()
        guard code.giveBack(), (try? project.empty()) != nil, code.renew() else { return false }
        CSchedule_rewind()
        guard (try? project.load()) != nil else { return false }
        let time = Int(CSchedule_takeNext())
        guard time > 0 else { return false }
        expect(patience.turn(of: time), toEnd: Self.end)
        return true
    }

    // SAFETY: a C function that captures nothing; it does not return.
    private static let end: @convention(c) (CInt) -> Void = { reason in
        OutcomeReport.current?.finish(early: reason)
        _exit(0)
    }

    // SAFETY: handed on to `expect`.
    private func prepare(
        _ turn: OverdueSchedule, toEnd end: @escaping @convention(c) (CInt) -> Void
    ) {
        expect(turn, toEnd: end)
        cutLoose()
    }

    /// Says what to do when there is no getting on.
    ///
    /// - Parameters:
    ///   - turn: How much time the schedule has.
    ///   - end: A C function, which does not return.
    // SAFETY: it captures nothing and is called in this process only, at most once.
    private func expect(
        _ turn: OverdueSchedule, toEnd end: @escaping @convention(c) (CInt) -> Void
    ) {
        OutcomeReport.current = OutcomeReport(project, code, patience: turn)
        CSchedule_onEnd(Self.mostSteps, end)
    }

    /// Leaves the project no way to who asked, and nowhere to print to: many schedules would.
    private func cutLoose() {
        channel.cut()
        let nowhere = open("/dev/null", O_RDWR)
        for descriptor: Int32 in 0...2 { dup2(nowhere, descriptor) }
    }
}
