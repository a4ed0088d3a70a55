internal import CSchedule
internal import Exploration
internal import Foundation

/// The shared memory in which a schedule leaves what it did.
struct RecordReader {
    // SAFETY: mapped when the program starts, for as long as it runs; the schedule that writes it has
    // ended, or is the caller itself.
    private let record: UnsafeMutablePointer<CSchedule_Record>

    init() {
        record = CSchedule_record()
    }

    /// The decisions and events.
    var execution: Execution {
        var execution = Execution(decisions: decisions, hash: record.pointee.hash, events: events)
        execution.isCut = record.pointee.isCut
        let asked = Self.text(record.pointee.asked)
        if !asked.isEmpty { execution.asked = asked }
        if record.pointee.written.0 != 0 {
            execution.written = Self.text(record.pointee.written)
        }
        if record.pointee.framesRun > 0 { execution.framesRun = Int(record.pointee.framesRun) - 1 }
        if record.pointee.divergedAt > 0 { execution.divergedAt = Int(record.pointee.divergedAt) }
        return execution
    }

    /// What the schedule reported; nil when it did not come to that, and an empty one when it had
    /// nothing to report.
    var outcome: Outcome? {
        if isClean { return Outcome() }
        let length = Int(record.pointee.reportLength)
        guard length > 0 else { return nil }
        let data = Data(bytes: CSchedule_report(), count: length)
        return try? JSONDecoder().decode(Outcome.self, from: data)
    }

    /// The main thread's longest wait in the project's code; nil when there was none.
    ///
    /// - Returns: How long, the line where it is known, the point behind it, and the call that waits.
    var stall: (seconds: Double, file: String, line: Int, site: Int, call: String)? {
        let stall = record.pointee.stall
        guard stall.duration > 0 else { return nil }
        return (
            Double(stall.duration) / 1e9, Self.text(stall.file), Int(stall.line), Int(stall.site),
            Self.text(stall.call)
        )
    }

    /// Where the schedule stood when it was asked, because it took too long; nil when it did not answer.
    ///
    /// - Returns: Whether the thread had the GIL, its number and its line, 0 for none that is known.
    var overdue: (hasGIL: Bool, thread: Int, file: String, line: Int)? {
        let overdue = record.pointee.overdue
        guard overdue.isKnown else { return nil }
        return (
            overdue.hasGIL, Int(overdue.thread), Self.text(overdue.place.file),
            Int(overdue.place.line)
        )
    }

    private static func text<Field>(_ field: Field) -> String {
        // SAFETY: a C string in a field of fixed size.
        withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// Whether the schedule came to its end and has nothing to report.
    var isClean: Bool { record.pointee.isClean }

    /// Whether the schedule did what others that ran at the same time may have noticed.
    var reachesOut: Bool { record.pointee.reachesOut }

    /// Leaves how many frames were run to the project's end.
    func write(framesRun: Int) { record.pointee.framesRun = UInt32(clamping: framesRun + 1) }

    /// Leaves the report that there is nothing to report.
    func writeNothing() { record.pointee.isClean = true }

    /// Leaves a report.
    func write(_ outcome: Outcome) {
        guard let data = try? JSONEncoder().encode(outcome), data.count <= CSCHEDULE_REPORT else {
            return
        }
        // SAFETY: there is room for so many bytes.
        data.copyBytes(
            to: UnsafeMutableRawBufferPointer(start: CSchedule_report(), count: data.count))
        record.pointee.reportLength = UInt32(data.count)
        record.pointee.isClean = false
    }

    /// What pure functions made in the schedule; empty for nothing new.
    var learned: String {
        let start = CSchedule_report() + Int(record.pointee.reportLength)
        // SAFETY: `write(learned:)` put so many bytes there.
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(record.pointee.learnedLength))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Leaves what pure functions made, behind the report.
    func write(learned: String) {
        let bytes = Array(learned.utf8)
        let start = Int(record.pointee.reportLength)
        guard start + bytes.count <= CSCHEDULE_REPORT else { return }
        // SAFETY: there is room for so many bytes.
        UnsafeMutableRawBufferPointer(start: CSchedule_report() + start, count: bytes.count)
            .copyBytes(from: bytes)
        record.pointee.learnedLength = UInt32(bytes.count)
    }

    private var decisions: [Decision] {
        let count = Int(record.pointee.decisionCount)
        // SAFETY: so many of them are set, in memory that stays.
        return UnsafeBufferPointer(start: CSchedule_decisions(), count: count).map { decision in
            let candidates = withUnsafeBytes(of: decision.candidates) {
                $0.prefix(Int(decision.count)).map { Int($0) }
            }
            return Decision(
                chosen: Int(decision.chosen), current: thread(decision.current),
                sleeper: thread(decision.sleeper), candidates: candidates)
        }
    }

    private var events: [Execution.Event] {
        let count = Int(record.pointee.eventCount)
        // SAFETY: so many of them are set, in memory that stays.
        return UnsafeBufferPointer(start: CSchedule_events(), count: count).map {
            Execution.Event(thread: Int($0.thread), site: Int($0.site), goesOn: $0.goesOn)
        }
    }

    private func thread(_ number: UInt8) -> Int? {
        Int32(number) == CSCHEDULE_NOBODY ? nil : Int(number)
    }
}
