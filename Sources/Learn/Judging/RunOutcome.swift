/// The parts of what `understudy run --format json` reports that an answer is judged by.
struct RunOutcome: Decodable {
    struct Place: Decodable {
        let file: String
        let line: Int

        var text: String { "\(file):\(line)" }
    }

    /// An exception.
    struct Failure: Decodable {
        let source: String
        let activity: String
        let message: String
        let place: Place?
        let frame: Int
    }

    /// An access off the main thread.
    struct Fault: Decodable {
        let severity: String
        let path: String
        let member: String
        let kind: String
        let thread: String
        let place: Place?
        let startedAt: Place?
        let frame: Int
        let mainActivity: String
    }

    /// A thread of the project's.
    struct Thread: Decodable {
        let name: String
        let isAlive: Bool
        let isDaemon: Bool
        let startedAt: Place?
        let waitsAt: [String]
    }

    let exitCode: Int32
    let failures: [Failure]
    let faults: [Fault]
    let threads: [Thread]
    let values: [String: String?]

    /// What is wrong with the run and with what came of it.
    func failures(of lesson: LessonDocument) -> [JudgedFailure] {
        var found = failures.map(\.judged)
        found += faults.filter { $0.severity == "fault" }.map(\.judged)
        found += threads.filter { $0.isAlive && !$0.isDaemon }.map(\.judged)
        if exitCode != 0 {
            found.append(JudgedFailure(.exit(exitCode), "The run ends with exit code \(exitCode)."))
        }
        return found
            + lesson.expectations.compactMap { expectation in
                let value = values[expectation.value] ?? nil
                guard value != expectation.expected else { return nil }
                return JudgedFailure(
                    .expectation, "Not so: \(expectation.that).",
                    details: [
                        "after \(lesson.frames) frames \(expectation.value) is "
                            + "\(value.map { "'\($0)'" } ?? "an error"), "
                            + "and '\(expectation.expected)' is expected"
                    ], task: expectation.task)
            }
    }
}

extension RunOutcome.Failure {
    fileprivate var judged: JudgedFailure {
        JudgedFailure(
            .defect("exception"), "\(message), in \(activity) of \(source).", line: place?.line,
            details: [place.map(\.text), "in frame \(frame)"].compactMap { $0 })
    }
}

extension RunOutcome.Fault {
    fileprivate var judged: JudgedFailure {
        let what = path.isEmpty ? member : "\(member) of \(path)"
        return JudgedFailure(
            .defect("operator-off-main"),
            "Thread \"\(thread)\" touches \(what), which is the main thread's.", line: place?.line,
            details: [
                place.map { "\($0.text) (\(kind)), in frame \(frame)" },
                startedAt.map { "the thread was started at \($0.text)" },
                mainActivity.isEmpty ? nil : "the main thread was \(mainActivity)",
            ].compactMap { $0 },
            help: "Put the value into a queue, and let the main thread take it in a frame.")
    }
}

extension RunOutcome.Thread {
    fileprivate var judged: JudgedFailure {
        JudgedFailure(
            .defect("survivor"),
            "Thread \"\(name)\" goes on after the project's end, and TouchDesigner could not exit.",
            line: startedAt?.line,
            details: [startedAt.map { "started at \($0.text)" }].compactMap { $0 }
                + waitsAt.prefix(4).map { "now at \($0)" },
            help: "Tell it to end and wait for it; or make it a daemon thread.")
    }
}
