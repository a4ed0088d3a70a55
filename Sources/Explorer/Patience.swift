internal import CSchedule
internal import OperatorNetwork

/// How much real time an exploration and its schedules have.
struct Patience {
    /// How long a schedule may take at most before it counts as one that never ends.
    ///
    /// - Units: milliseconds
    let most: Int
    private let deadline: Double

    /// What any schedule gets, also the last one: slow machines need so much for one that is fine.
    ///
    /// - Units: milliseconds
    private static let least = 2000

    /// Begins now.
    ///
    /// - Parameter seconds: How long the exploration may take, and so the whole of its schedules.
    init(seconds: Double) {
        most = max(Self.least, min(10_000, Int(clamping: seconds * 800)))
        deadline = Self.now + seconds
    }

    /// The time since something.
    ///
    /// - Units: seconds of real time
    static var now: Double { Double(CSchedule_realNanoseconds()) / 1e9 }

    /// How much is left for the exploration, negative when it is over its time.
    ///
    /// - Units: seconds
    var left: Double { deadline - Self.now }

    /// What a schedule gets that begins now.
    var turn: OverdueSchedule { turn(of: max(Self.least, min(most, Int(clamping: left * 1000)))) }

    /// What a schedule gets.
    ///
    /// - Parameter time: In milliseconds.
    /// - Returns: It, with nothing seen of it yet.
    func turn(of time: Int) -> OverdueSchedule { OverdueSchedule(time: time, isFull: time >= most) }
}
