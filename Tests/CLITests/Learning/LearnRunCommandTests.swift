import Foundation
import Testing

@Suite(.serialized) struct LearnRunCommandTests {
    /// `make stress` asks for 500.
    private static let kills =
        ProcessInfo.processInfo.environment["UNDERSTUDY_KILLS"].flatMap { Int($0) } ?? 50
    /// Lessons of which something is kept already, so that the file takes a while to write.
    private static let lessons = 500

    @Test
    func `a learner's progress that is killed while it is kept is the old or the new one, whole`()
        throws
    {
        let scratch = try Scratch()
        let lesson = try scratch.add("01-ask.md", Self.question)
        #expect(try finished(learn([lesson.path], in: scratch)) == 1)
        let start = Date()
        #expect(try finished(choose("a", in: scratch)) == 1)
        let longest = Date().timeIntervalSince(start)
        let file = scratch.folder.appendingPathComponent("me/.understudy/learn.json")
        try fill(file)
        var last = "a"

        for round in 0..<Self.kills {
            let next = round % 2 == 0 ? "c" : "a"
            let process = try choose(next, in: scratch)
            // Most of the time goes by before the writing, so most kills come late.
            let share = 1.3 - pow(Double.random(in: 0...1), 3)
            let moment = Date(timeIntervalSinceNow: longest * share)
            while process.isRunning, Date() < moment {}
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()

            let kept = try Kept(file)
            #expect(kept.lessons == Self.lessons + 1)
            #expect([last, next].contains(kept.choice))
            last = kept.choice
        }

        #expect(try finished(choose("b", in: scratch)) == 0)
        #expect(try Kept(file).choice == "b")
        let names = try FileManager.default.contentsOfDirectory(
            atPath: file.deletingLastPathComponent().path)
        #expect(names == ["learn.json"])
    }

    /// What is kept of a learner.
    private struct Kept {
        let choice: String
        let lessons: Int

        init(_ file: URL) throws {
            let text = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
            let all = try #require((text as? [String: Any])?["lessons"] as? [String: [String: Any]])
            let choices = try #require(all["ask"]?["choices"] as? [String: Int])
            choice = try #require(["a", "b", "c"].dropFirst(choices["1"] ?? 9).first)
            lessons = all.count
        }
    }

    private func fill(_ file: URL) throws {
        let data = try Data(contentsOf: file)
        var kept = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        var lessons = try #require(kept["lessons"] as? [String: Any])
        for number in 0..<Self.lessons { lessons["lesson-\(number)"] = lessons["ask"] }
        kept["lessons"] = lessons
        try JSONSerialization.data(withJSONObject: kept).write(to: file)
    }

    private func choose(_ letter: String, in scratch: Scratch) throws -> Process {
        try learn(["run", "--choose", letter], in: scratch)
    }

    private func learn(_ words: [String], in scratch: Scratch) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = ["learn"] + words + ["--folder", "me"]
        process.currentDirectoryURL = scratch.folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func finished(_ process: Process) -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static let question = """
        ---
        title: Ask
        kind: predict
        ---
        # Ask

        ## Question 1: Who runs it?
        - [ ] nobody — nobody is not there.
        - [x] the worker — the worker is.
        - [ ] the main thread — it has other things to do.

        """
}
