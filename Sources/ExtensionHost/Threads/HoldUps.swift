internal import PythonRuntime

/// Takes down which threads kept the GIL when a frame was to begin: in which line, and for how long.
final class HoldUps {
    private struct Key: Hashable {
        let thread: String
        let place: String?
    }

    /// The part of a frame that may pass before its delay is taken down.
    static let share = 0.25
    /// How many lines are kept; what else holds frames up is not told apart.
    private static let limit = 200
    private var entries: [Key: RunSummary.HoldUp] = [:]

    /// The delays by thread and line, the longest first.
    var summary: [RunSummary.HoldUp] {
        entries.values.sorted { ($1.seconds, $0.frame) < ($0.seconds, $1.frame) }
    }

    /// A frame could not begin because another thread had the GIL.
    ///
    /// - Parameters:
    ///   - seconds: How long the main thread waited for it.
    ///   - frame: The frame that was to begin.
    func frameWaited(_ seconds: Double, before frame: Int) {
        // Not known where the GIL is handed over by CPython alone, or when it was free at once.
        guard let holder = GIL.holder, let key = try? key(of: holder) else { return }
        guard var entry = entries[key] else {
            guard entries.count < Self.limit else { return }
            entries[key] = .init(
                thread: key.thread, place: key.place, seconds: seconds, frame: frame, count: 1)
            return
        }
        entry.count += 1
        if seconds > entry.seconds { (entry.seconds, entry.frame) = (seconds, frame) }
        entries[key] = entry
    }

    /// The thread's name, and where it let the GIL go: it cannot move on while this thread has it.
    private func key(of identifier: UInt) throws(PythonError) -> Key {
        let holder = try PythonObject.module("understudy_threads")
            .callMethod("holder", Int(bitPattern: identifier).python())
        let frame = try holder.item(1.python())
        return Key(
            thread: try holder.item(0.python()).text(),
            place: frame.isNone ? nil : CodeStack.place(ofFrame: frame))
    }
}
