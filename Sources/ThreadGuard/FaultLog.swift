internal import Synchronization

/// Keeps the faults of a run, those of the same place folded and counted.
///
/// - Thread: any
package final class FaultLog: Sendable {
    /// Hears of every fault, with the number of faults its place has had so far.
    ///
    /// It is called on the offending thread, after the log's lock was left; it may ask the log.
    package typealias Observer = @Sendable (_ fault: Fault, _ count: Int) -> Void

    /// What the log holds at one moment.
    package struct Snapshot: Sendable {
        /// One record for each place, in the order in which the places first occurred.
        package var records: [FaultRecord] = []
        /// How many faults there were, folded and unlisted ones included.
        package var faultCount = 0
        /// How many advices there were, folded and unlisted ones included.
        package var adviceCount = 0
        /// How many of both belong to places that came after the log was full.
        package var unlistedCount = 0
    }

    private struct State {
        var snapshot = Snapshot()
        var indices: [FaultPlace: Int] = [:]
        var observer: Observer?
    }

    private let limit: Int
    private let state: Mutex<State>

    /// Makes an empty log.
    ///
    /// - Parameters:
    ///   - limit: How many places are kept; faults of further places are only counted.
    ///   - observer: Who hears of every fault.
    package init(limit: Int = 1000, observer: Observer? = nil) {
        self.limit = limit
        state = Mutex(State(observer: observer))
    }

    /// What the log holds now.
    package var snapshot: Snapshot { state.withLock(\.snapshot) }

    /// How many faults there were, advices apart.
    package var faultCount: Int { state.withLock(\.snapshot.faultCount) }

    /// How many advices there were.
    package var adviceCount: Int { state.withLock(\.snapshot.adviceCount) }

    /// Lets somebody hear of every fault from now on, in the place of the observer before.
    ///
    /// - Parameter observer: Who hears; none to let nobody hear.
    package func setObserver(_ observer: Observer?) {
        state.withLock { $0.observer = observer }
    }

    /// Keeps or counts a fault and tells the observer.
    ///
    /// - Parameter fault: What happened.
    /// - Returns: How many faults its place has had; 1 for the first, 0 if the log is full.
    @discardableResult
    package func record(_ fault: Fault) -> Int {
        let place = FaultPlace(fault)
        let (count, observer) = state.withLock { state in
            (keep(fault, at: place, in: &state), state.observer)
        }
        observer?(fault, count)
        return count
    }

    private func keep(_ fault: Fault, at place: FaultPlace, in state: inout State) -> Int {
        switch fault.severity {
        case .fault: state.snapshot.faultCount &+= 1
        case .advice: state.snapshot.adviceCount &+= 1
        }
        if let index = state.indices[place] {
            state.snapshot.records[index].count &+= 1
            state.snapshot.records[index].lastFrame = fault.frame
            return state.snapshot.records[index].count
        }
        guard state.snapshot.records.count < limit else {
            state.snapshot.unlistedCount &+= 1
            return 0
        }
        state.indices[place] = state.snapshot.records.count
        state.snapshot.records.append(FaultRecord(fault))
        return 1
    }
}
