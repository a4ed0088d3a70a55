/// A place of a schedule where more than one thread could go on, and the one that did.
package struct Decision: Sendable, Equatable {
    /// The thread that went on.
    package let chosen: Int
    /// The thread that had the processor and could have kept it; nil when it waits or has ended.
    package let current: Int?
    /// The candidate that waits for nothing but the time; to choose it is to let all others be slow.
    package let sleeper: Int?
    /// Those that could go on; the first is who goes on when nobody interferes.
    package let candidates: [Int]

    /// Describes a decision.
    package init(chosen: Int, current: Int?, sleeper: Int?, candidates: [Int]) {
        self.chosen = chosen
        self.current = current
        self.sleeper = sleeper
        self.candidates = candidates
    }

    /// Whether choosing a thread takes the processor from one that could have gone on.
    ///
    /// - Parameter thread: A candidate.
    /// - Returns: True also for one that only waits for the time while others could go on.
    package func isPreemption(_ thread: Int) -> Bool {
        if thread == sleeper { return true }
        guard let current else { return false }
        return thread != current
    }
}
