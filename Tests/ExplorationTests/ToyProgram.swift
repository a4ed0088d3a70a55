import Exploration

/// Threads that only count: each makes its steps, and a defect is whatever a test says it is.
///
/// Thread 0 begins; a thread that has made all its steps has ended. It decides as the real scheduler
/// does, so strategies can be held to what is known of it by counting.
struct ToyProgram {
    /// How many steps each thread makes.
    let steps: [Int]
    /// Says whether an order of steps shows the defect.
    var isBroken: ([Int]) -> Bool = { _ in false }

    /// Runs one schedule.
    func run(_ policy: Policy) -> Execution {
        var left = steps
        var order: [Int] = []
        var decisions: [Decision] = []
        var current = 0
        var chance = SplitMix(state: seed(policy.kind))
        while left.contains(where: { $0 > 0 }) {
            let others = (1..<steps.count).map { (current + $0) % steps.count }
            let candidates = ([current] + others).filter { left[$0] > 0 }
            if candidates.count > 1 {
                let number = decisions.count
                var chosen = candidates[0]
                if number < policy.prefix.count {
                    chosen = Int(policy.prefix[number])
                } else if policy.kind != .ordinary {
                    chosen = candidates[Int(chance.next() % UInt64(candidates.count))]
                }
                decisions.append(
                    Decision(
                        chosen: chosen, current: left[current] > 0 ? current : nil, sleeper: nil,
                        candidates: candidates))
                current = chosen
            } else {
                current = candidates[0]
            }
            left[current] -= 1
            order.append(current)
        }
        var execution = Execution(
            decisions: decisions, hash: order.reduce(7) { $0 &* 31 &+ UInt64($1) },
            events: order.map { Execution.Event(thread: $0, site: $0) })
        if isBroken(order) { execution.defects = [Defect(.exception, "It breaks.")] }
        return execution
    }

    private func seed(_ kind: Policy.Kind) -> UInt64 {
        switch kind {
        case .ordinary: 0
        case .walk(let seed), .draws(let seed), .priorities(let seed, _, _): seed
        }
    }
}

/// A small generator of numbers that look like chance.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
