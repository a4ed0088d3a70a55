internal import CSchedule
internal import Exploration
internal import Foundation

/// Runs schedules of a project, each in a fork of this process.
final class ForkedRunner {
    private let project: ExploredProject
    private let code: ProjectCode

    /// Points after which a schedule counts as endless.
    private static let mostSteps: UInt64 = 300_000
    /// How long one schedule may take in real time.
    ///
    /// - Units: milliseconds
    private static let patience: Int32 = 10_000

    init(_ project: ExploredProject, _ code: ProjectCode) {
        self.project = project
        self.code = code
    }

    /// Runs one schedule.
    func run(_ policy: Policy) -> Execution {
        // SAFETY: only the fork uses the prefix, in its copy of this memory, and never comes back from
        // `runHere`, during which the policy is kept.
        let process = policy.prefix.withUnsafeBufferPointer { prefix in
            var control = CSchedule_Policy()
            control.prefix = prefix.baseAddress
            control.prefixLength = UInt32(prefix.count)
            switch policy.kind {
            case .ordinary: control.kind = CSCHEDULE_ORDINARY
            case .walk(let seed): (control.kind, control.seed) = (CSCHEDULE_WALK, seed)
            case .priorities(let seed, let changes, let length):
                (control.kind, control.seed) = (CSCHEDULE_PRIORITIES, seed)
                (control.changes, control.length) = (UInt32(changes), UInt32(length))
            }
            return CSchedule_fork(&control)
        }
        if process == 0 { withExtendedLifetime(policy) { runHere() } }
        guard process > 0 else { return failure("no further process could be started") }
        return execution(status: CSchedule_await(process, Self.patience))
    }

    /// In the fork: runs the project, leaves the report in the shared memory and ends.
    private func runHere() -> Never {
        let report = OutcomeReport(project, code)
        OutcomeReport.current = report
        CSchedule_onEnd(Self.mostSteps) { reason in
            OutcomeReport.current?.finish(early: reason)
            _exit(0)
        }
        redirectStreams()
        do {
            if project.options.loadsEachTime { try project.load() }
            let (summary, broken) = project.run()
            report.finish(summary, broken)
        } catch {
            report.finish(failure: "\(error)")
        }
        _exit(0)
    }

    /// What the project prints is said once for each schedule, and by many at a time.
    private func redirectStreams() {
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
        } else if status == -1 {
            execution.defects = [
                Defect(
                    .overdue,
                    "A schedule did not end within \(Self.patience / 1000) s of real time: a thread "
                        + "computes for long, loops where no thread can be switched, or is stuck in C."
                )
            ]
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
        for site in Set(execution.events.map(\.site)) {
            execution.sites[site] = code.site(site)
        }
        return execution
    }

    private func failure(_ reason: String) -> Execution {
        Execution(
            decisions: [], hash: 0,
            defects: [Defect(.uncontrolled, "A schedule could not be run: \(reason).")])
    }
}
