internal import Exploration

/// A schedule that did not come to its end in real time, and what could be seen of the thread that has
/// its turn.
struct OverdueSchedule {
    /// How much time it had.
    ///
    /// - Units: milliseconds
    let time: Int
    /// Whether no schedule gets more; if not, the exploration's own time was up, and it may be fine.
    let isFull: Bool
    /// Whether the thread has the GIL, and not only its turn.
    var hasGIL = false
    /// The thread's name; nil when nothing is known of it.
    var thread: String?
    /// The call that the project is in; empty when it is in none.
    var call = ""
    var place: Defect.Place?
    var stack: Defect.Stack?

    /// The defect that it is, or a piece of advice when it may only have been too late.
    var defect: Defect {
        let tenths = (time + 50) / 100
        let time = "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
        let whole =
            isFull
            ? "A schedule did not end within \(time) s of real time: "
            : "The time was up before a schedule came to its end, which had \(time) s: "
        return Defect(
            .overdue, whole + what, place: place, stacks: stack.map { [$0] } ?? [],
            isAdvice: !isFull)
    }

    private var what: String {
        guard let thread else {
            return "a thread computes for long, loops where no thread can be switched, or is stuck "
                + "in C."
        }
        guard !call.isEmpty else {
            return "\(thread) goes on and on where no thread can be switched."
        }
        let gil = hasGIL ? "keeps the GIL" : "has let the GIL go"
        return "\(thread) \(gil) and does not come back from \(call)."
    }
}
