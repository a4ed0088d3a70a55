internal import Foundation

/// Orders of threads in a second, of the document's worker and of a server in its manner.
enum ExploreCases {
    private static let schedules = 400
    private static let frames = 8
    private static let rounds = 3

    /// One extension, and what calls it.
    private struct Subject {
        let name: String
        let start: String
        let check: String
        let text: String
    }

    /// What `verify` says of how much it did.
    private struct Answer: Decodable {
        struct Part: Decodable {
            let schedules: Int
            let seconds: Double
        }
        let components: [Part]
    }

    /// Measures both, in turns, and takes the best of each.
    ///
    /// - Parameters:
    ///   - program: The built `understudy`.
    ///   - python: The `python3` that belongs to the linked library.
    /// - Returns: A comparison for each extension.
    /// - Throws: What keeps one of the two from being started.
    static func run(program: String, python: String) throws -> [SchedulingComparison] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("understudy-explore-benchmark-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let scheduler = folder.appendingPathComponent("scheduler.py")
        try SchedulerSource.text.write(to: scheduler, atomically: true, encoding: .utf8)
        return try subjects.map { subject in
            let file = folder.appendingPathComponent("\(subject.name.lowercased()).py")
            try subject.text.write(to: file, atomically: true, encoding: .utf8)
            var (ours, theirs) = (0.0, 0.0)
            for _ in 0..<rounds {
                ours = max(ours, try rate(of: program, exploring: file))
                let words = [scheduler.path, file.path, subject.name, subject.start, subject.check]
                let seconds = try output(
                    python, words + ["onDestroyTD", "\(schedules)", "\(frames)"])
                let time = Double(seconds.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
                guard time > 0 else {
                    throw BenchmarkError(description: "The scheduler in Python gave no time.")
                }
                theirs = max(theirs, Double(schedules) / time)
            }
            return SchedulingComparison(name: subject.name, ours: ours, python: theirs)
        }
    }

    private static func rate(of program: String, exploring file: URL) throws -> Double {
        let json = try output(
            program,
            [
                "verify", file.path, "--scenarios", "own", "--preemptions", "9", "--frames",
                "\(frames)", "--schedules", "\(schedules)", "--seconds", "600", "--replays", "none",
                "--format", "json",
            ])
        let parts = try JSONDecoder().decode(Answer.self, from: Data(json.utf8)).components
        let seconds = parts.map(\.seconds).reduce(0, +)
        guard seconds > 0 else {
            throw BenchmarkError(description: "\(program) explored nothing.")
        }
        return Double(parts.map(\.schedules).reduce(0, +)) / seconds
    }

    private static func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let subjects = [
        Subject(
            name: "Worker", start: "StartWork", check: "CheckResults",
            text: """
                import queue, threading

                class Worker:
                    def __init__(self, ownerComp):
                        self.ownerComp = ownerComp
                        self.result_queue = queue.Queue()
                        self.thread = None

                    def StartWork(self):
                        self.thread = threading.Thread(target=self.work, daemon=True)
                        self.thread.start()

                    def work(self):
                        self.result_queue.put(sum([1, 2, 3]))

                    def CheckResults(self):
                        try:
                            result = self.result_queue.get(block=False)
                            self.ownerComp.op('table1')[0, 0].val = str(result)
                        except queue.Empty:
                            pass

                    def onDestroyTD(self):
                        pass

                """),
        Subject(
            name: "Server", start: "StartServer", check: "CheckServer",
            text: """
                import queue, threading

                class Server:
                    def __init__(self, ownerComp):
                        self.status_queue = queue.Queue()
                        self.shutdown_event = threading.Event()
                        self.is_active = False
                        self.thread = None

                    def StartServer(self):
                        self.thread = threading.Thread(target=self.serve, daemon=True)
                        self.thread.start()

                    def serve(self):
                        self.status_queue.put([True, 'Running'])
                        while not self.shutdown_event.wait(0.02):
                            self.status_queue.put([True, 'Running'])
                        self.status_queue.put([False, 'Stopped'])

                    def CheckServer(self):
                        for _ in range(4):
                            try:
                                self.is_active = self.status_queue.get(block=False)[0]
                            except queue.Empty:
                                break

                    def onDestroyTD(self):
                        self.shutdown_event.set()

                """),
    ]
}
