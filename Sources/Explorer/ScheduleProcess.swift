internal import CSchedule
internal import Exploration

/// A fork of this process that runs schedules: one, and further ones if it offers to.
final class ScheduleProcess {
    /// What happens in all of its schedules.
    let scenario: Scenario
    private let process: Int32
    private var time: Int
    /// How many schedules it has been given.
    private var count = 1

    /// After so many schedules it is replaced: what they leave behind adds up.
    private static let most = 256
    /// Those of its schedules that are run again elsewhere; the last shows most of what is left behind.
    private static let compared: Set<Int> = [2, 16, most]

    /// Starts it; nil when there can be no further process.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other in its first schedule.
    ///   - scenario: What happens in it.
    ///   - time: How much real time it has, in milliseconds.
    ///   - body: What it does.
    init?(_ policy: Policy, of scenario: Scenario, time: Int, _ body: () -> Never) {
        self.scenario = scenario
        self.time = time
        process = policy.withControl(time: time, CSchedule_fork)
        if process == 0 { body() }
        if process < 0 { return nil }
    }

    /// Waits for the end of the schedule that runs, or for the time's.
    ///
    /// - Returns: As `CSchedule_await` tells it; the process is left only when it offers to go on.
    func ending() -> Int32 { CSchedule_await(process, Int32(clamping: time)) }

    /// Gives it one more schedule, which it has offered to run, and waits for its end.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other.
    ///   - time: How much real time the schedule has, in milliseconds.
    /// - Returns: As `ending` does.
    func goOn(_ policy: Policy, time: Int) -> Int32 {
        count += 1
        self.time = time
        policy.withControl(time: time, CSchedule_goOn)
        return ending()
    }

    /// Whether it has run as many schedules as one process should.
    var isWornOut: Bool { count >= Self.most }

    /// Whether its last schedule is to be run again in another process.
    var isToBeCompared: Bool { Self.compared.contains(count) }

    /// Ends it, when it has offered to go on.
    func dismiss() { CSchedule_dismiss(process) }
}
