internal import CSchedule
internal import Exploration

/// A fork of this process that runs schedules: one, and further ones if it offers to.
final class ScheduleProcess {
    /// What happens in all of its schedules.
    let scenario: Scenario
    private let row: Int
    private let process: Int32
    /// How much time its schedule has.
    private(set) var turn: OverdueSchedule
    private var deadline: UInt64
    /// How many schedules it has been given.
    private var count = 1

    /// After so many schedules it is replaced: what they leave behind adds up.
    private static let most = 1024
    /// Those of its schedules that are run again elsewhere; the last shows most of what is left behind.
    private static let compared: Set<Int> = [2, 16, 256, most]

    /// Starts it; nil when there can be no further process.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other in its first schedule.
    ///   - scenario: What happens in it.
    ///   - row: The row that it belongs to.
    ///   - turn: How much real time the schedule has.
    ///   - body: What it does.
    init?(
        _ policy: Policy, of scenario: Scenario, row: Int, _ turn: OverdueSchedule,
        _ body: () -> Never
    ) {
        guard CSchedule_turnTo(Int32(row)) else { return nil }
        self.scenario = scenario
        self.row = row
        self.turn = turn
        deadline = Self.deadline(turn)
        process = policy.withControl(time: turn.time, CSchedule_fork)
        if process == 0 { body() }
        if process < 0 { return nil }
    }

    /// Gives it one more schedule, which it has offered to run.
    ///
    /// - Parameters:
    ///   - policy: How threads follow each other.
    ///   - turn: How much real time the schedule has.
    func goOn(_ policy: Policy, _ turn: OverdueSchedule) {
        count += 1
        self.turn = turn
        deadline = Self.deadline(turn)
        _ = CSchedule_turnTo(Int32(row))
        policy.withControl(time: turn.time, CSchedule_goOn)
    }

    /// Waits for the end of one of the schedules that run, or for its time's; what it has left can be read
    /// then.
    ///
    /// - Parameter processes: Those that run them, at least one.
    /// - Returns: Its place among them, and how it ended, as `CSchedule_await` tells it; the process is left
    ///   only when it offers to go on.
    static func firstOver(_ processes: [ScheduleProcess]) -> (place: Int, status: Int32) {
        let waits = processes.map {
            CSchedule_Wait(row: Int32($0.row), process: $0.process, deadline: $0.deadline)
        }
        var status: Int32 = 0
        let place = max(0, Int(CSchedule_await(waits, Int32(waits.count), &status)))
        _ = CSchedule_turnTo(Int32(processes[place].row))
        return (place, status)
    }

    private static func deadline(_ turn: OverdueSchedule) -> UInt64 {
        CSchedule_realNanoseconds() + UInt64(clamping: turn.time) * 1_000_000
    }

    /// Whether it has run as many schedules as one process should.
    var isWornOut: Bool { count >= Self.most }

    /// Whether its last schedule is to be run again in another process.
    var isToBeCompared: Bool { Self.compared.contains(count) }

    /// Ends it, and its schedule if one runs.
    func dismiss() { CSchedule_dismiss(process) }
}
