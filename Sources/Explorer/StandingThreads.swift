internal import CSchedule
internal import Exploration
internal import ExtensionHost
internal import PythonRuntime

/// The threads where they stand: who waits for what, and for whom.
struct StandingThreads {
    /// The threads' names.
    let names: [Int: String]
    private let project: ExploredProject
    private let code: ProjectCode
    private let threads: [StandingThread]

    init(_ project: ExploredProject, _ code: ProjectCode) {
        self.project = project
        self.code = code
        let described = Dictionary(
            code.threads().map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
        threads = (0..<Int(CSchedule_threadCount())).map { number in
            let waiting = CSchedule_waiting(CInt(number))
            return StandingThread(
                number: number, waiting: waiting, python: described[waiting.identifier])
        }
        names = Dictionary(uniqueKeysWithValues: threads.map { ($0.number, $0.name) })
    }

    /// The names of all threads, also of those that have ended.
    ///
    /// - Parameter summary: Which knows the project's threads in the order of their starts.
    /// - Returns: A name for each number.
    func names(_ summary: RunSummary) -> [Int: String] {
        var names = names
        guard summary.threads.count == threads.count - 1 else { return names }
        for (index, thread) in summary.threads.enumerated() { names[index + 1] = thread.name }
        return names
    }

    /// Whether there are threads beside the main one that have not ended.
    static var areThere: Bool {
        (1..<max(1, CSchedule_threadCount())).contains { CSchedule_waiting($0).identifier != 0 }
    }

    /// Nobody can go on.
    var deadlock: Defect {
        let stuck = threads.filter { $0.python != nil && $0.waiting.isWaiting }
        let waits = stuck.map { "\($0.name) waits for \(wait(of: $0))" }
        // What the others wait for comes of what the main thread has not done yet.
        let rule =
            circles.first?.rule
            ?? stuck.first.map { DefectRule.vainWait(wait(of: $0), isInFrame: $0.number == 0) }
        return Defect(
            .deadlock, "No thread can go on: " + waits.joined(separator: "; ") + ".", rule: rule,
            place: stuck.first.flatMap(place), stacks: stuck.map(stack))
    }

    /// Each thread for somebody who looks: where it stands, what it waits for, what it knows.
    var paused: [PausedThread] {
        threads.filter { $0.python != nil }.map { thread in
            let own = thread.python?.calls.first { PythonThread.isOfProject($0.file) }
            return PausedThread(
                number: thread.number, name: thread.name,
                wait: thread.waiting.isWaiting ? wait(of: thread) : "",
                place: own.map { project.place($0.file, $0.line) },
                values: code.values(ofThread: thread.waiting.identifier))
        }
    }

    /// The thread that has its turn, whom all others wait for.
    private var running: StandingThread { threads[Int(CSchedule_current())] }

    /// Somebody goes on and on.
    var endlessLoop: Defect {
        if let wait = waitInVain { return wait }
        return Defect(
            .endless, "\(running.name) loops and never comes to an end.", place: place(of: running),
            stacks: [stack(of: running)])
    }

    /// The time is up, and somebody does not give back its turn.
    ///
    /// - Parameter schedule: How much time there was, and whether the thread has the GIL.
    /// - Returns: The same with the thread and its line.
    func standing(in schedule: OverdueSchedule) -> OverdueSchedule {
        var schedule = schedule
        let doing = code.call(ofThread: running.waiting.identifier)
        schedule.thread = running.name
        schedule.call = doing.call
        schedule.place = place(of: running).map {
            Defect.Place(file: $0.file, line: $0.line, source: doing.line)
        }
        schedule.stack = stack(of: running)
        return schedule
    }

    /// Threads that wait for each other in a circle, while others may go on.
    var circles: [Defect] {
        var found: [Defect] = []
        var seen: Set<Int> = []
        for thread in threads where !seen.contains(thread.number) {
            var path: [StandingThread] = []
            var next: StandingThread? = thread
            while let one = next, one.isStuck, !seen.contains(one.number) {
                seen.insert(one.number)
                path.append(one)
                let holder = Int(one.waiting.holder)
                next = holder < threads.count && holder != one.number ? threads[holder] : nil
            }
            guard let last = next, let start = path.firstIndex(where: { $0.number == last.number })
            else { continue }
            let circle = path[start...].sorted { $0.number < $1.number }
            let waits = circle.map { "\($0.name) waits for \(wait(of: $0))" }
            found.append(
                Defect(
                    .deadlock, "Threads wait for each other: \(waits.joined(separator: "; ")).",
                    rule: "TH504", place: place(of: circle[0]), stacks: circle.map(stack),
                    help: "Take locks in the same order everywhere."))
        }
        return found
    }

    /// The main thread waits for what those that go on and on do not bring about.
    private var waitInVain: Defect? {
        let main = threads[0]
        let busy = threads.filter { $0.number != 0 && $0.python != nil && !$0.isStuck }
        guard main.isStuck, let awaited = main.python?.awaited, let last = busy.last else {
            return nil
        }
        let wait = wait(of: main)
        let other = busy.first { $0.waiting.identifier == awaited }
        let names = busy.map(\.name).joined(separator: ", ")
        let reason =
            other == nil
            ? ", and what goes on meanwhile does not bring that about: \(names)."
            : ", which never comes to one."
        return Defect(
            .deadlock, "\(main.name) waits for \(wait)\(reason)",
            rule: DefectRule.vainWait(wait, isInFrame: true), place: place(of: main),
            stacks: [stack(of: main), stack(of: other ?? last)],
            help: other == nil ? "" : Self.vainJoinHelp)
    }

    /// Threads that wait for a lock that nobody is left to give back.
    ///
    /// Daemons are among them, which would wait for it all the same while the project runs.
    ///
    /// - Parameter summary: Which knows the names of threads that have ended.
    /// - Returns: A defect for each.
    func keptLocks(_ summary: RunSummary) -> [Defect] {
        let names = names(summary)
        return threads.filter(\.awaitsLock).compactMap { thread in
            let number = Int(thread.waiting.holder)
            guard number < threads.count else { return nil }
            let holder = threads[number]
            if number == thread.number {
                return Defect(
                    .deadlock, "\(thread.name) waits for a lock that it has itself.",
                    rule: "TH509", place: place(of: thread), stacks: [stack(of: thread)])
            }
            // The main thread is in none of the project's code any more.
            guard number == 0 || holder.waiting.identifier == 0 else { return nil }
            return Defect(
                .deadlock,
                "\(thread.name) waits for a lock that \(names[number] ?? holder.name) took and "
                    + "has not given back.", rule: "TH505", place: place(of: thread),
                stacks: [stack(of: thread)])
        }
    }

    /// Threads that are no daemons and have not ended with the project.
    ///
    /// - Parameter summary: Which knows where they were started.
    /// - Returns: A defect for each.
    func survivors(_ summary: RunSummary) -> [Defect] {
        remaining.map { thread in
            var sentence = "\(thread.name) is no daemon and goes on after the project's end"
            if thread.waiting.isWaiting { sentence += ": it waits for \(wait(of: thread))" }
            return Defect(
                .survivor, sentence + "; TouchDesigner could not exit.",
                place: start(of: thread, summary) ?? place(of: thread),
                stacks: [stack(of: thread)],
                help: "Tell it to end, then wait for it; or make it a daemon thread.")
        }
    }

    /// Those of them that wait for the end of a thread that goes on.
    var vainJoins: [Defect] {
        remaining.compactMap { thread in
            guard thread.isStuck, let python = thread.python, python.awaited != 0,
                let other = threads.first(where: { $0.waiting.identifier == python.awaited })
            else { return nil }
            return Defect(
                .deadlock,
                "\(thread.name) waits for the end of \(other.name), which nobody has told to end.",
                place: place(of: thread), stacks: [stack(of: thread), stack(of: other)],
                help: Self.vainJoinHelp)
        }
    }

    private static let vainJoinHelp =
        "Tell a thread to end before you wait for it: set its event, put its sentinel or call "
        + "shutdown() first."

    /// Lets those of them that are stuck get what they wait for, whether it is there or not.
    ///
    /// - Returns: Whether there are any.
    func letOn() -> Bool {
        let stuck = remaining.filter(\.isStuck)
        for thread in stuck {
            let awaited = thread.python?.awaited ?? 0
            if awaited != 0, code.endJoins(of: awaited) { continue }
            CSchedule_letOn(CInt(thread.number))
        }
        return !stuck.isEmpty
    }

    private var remaining: [StandingThread] {
        threads.filter { thread in
            guard let python = thread.python else { return false }
            return thread.number != 0 && !python.isDaemon && !python.calls.isEmpty
        }
    }

    private func start(of thread: StandingThread, _ summary: RunSummary) -> Defect.Place? {
        guard summary.threads.count == threads.count - 1 else { return nil }
        return summary.threads[thread.number - 1].startedAt.map {
            Defect.Place(file: $0.file, line: $0.line, source: "")
        }
    }

    private func wait(of thread: StandingThread) -> String {
        let holder = Int(thread.waiting.holder)
        let words = thread.python?.wait ?? ""
        guard words.isEmpty || words == PythonThread.lock else { return words }
        if thread.waiting.hasDeadline { return "the time" }
        if thread.waiting.waitsOutside { return "another program or what one may send" }
        guard holder < threads.count else { return "a lock that nobody has" }
        return holder == thread.number
            ? "a lock that it has itself" : "a lock that \(threads[holder].name) has"
    }

    private func place(of thread: StandingThread) -> Defect.Place? {
        let own = thread.python?.calls.first { PythonThread.isOfProject($0.file) }
        return own.map { project.place($0.file, $0.line) }
    }

    private func stack(of thread: StandingThread) -> Defect.Stack {
        let calls = thread.python?.calls ?? []
        let title =
            thread.waiting.isWaiting
            ? "\(thread.name) waits for \(wait(of: thread)):" : "\(thread.name) runs:"
        return Defect.Stack(
            title: title,
            calls: calls.filter { PythonThread.isOfProject($0.file) }.map { call in
                let place = project.place(call.file, call.line)
                return "\(place.file):\(place.line) in \(call.function)"
            })
    }
}
