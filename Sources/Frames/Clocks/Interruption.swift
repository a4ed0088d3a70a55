internal import Synchronization

/// A flag that ends every wait of the frame loop, raised from any thread or signal handler.
///
/// - Thread: any; raising it is one atomic store, safe inside a signal handler.
package nonisolated final class Interruption: Sendable {
    private let flag = Atomic<Bool>(false)

    /// Makes a flag that is down.
    package init() {}

    /// Whether somebody asked the loop to stop.
    package var isRaised: Bool { flag.load(ordering: .acquiring) }

    /// Asks the loop to stop before its next frame.
    package func raise() { flag.store(true, ordering: .releasing) }

    /// Takes the request back, so that the loop may run again.
    package func clear() { flag.store(false, ordering: .releasing) }
}
