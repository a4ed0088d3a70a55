import Foundation
import Testing

@Suite(.serialized) struct ConvertCommandTests {
    /// `make stress` asks for 500.
    private static let kills =
        ProcessInfo.processInfo.environment["UNDERSTUDY_KILLS"].flatMap { Int($0) } ?? 40

    private func network(_ word: String) -> String {
        var text = "operators:\n"
        for number in 0..<2000 {
            text += "- name: text\(number)\n  type: textDAT\n  comment: \(word)\n"
        }
        return text
    }

    private func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    @Test func `a save that is killed leaves the old file or the new one, whole`() throws {
        let scratch = try Scratch()
        let sources = try ["old", "new"].map { try scratch.add("\($0).tdn", network($0)).path }
        let target = scratch.folder.appendingPathComponent("saved.tdn")
        let whole = try sources.map { source in
            let begin = Date()
            let process = try start(["convert", "--force", source, target.path])
            process.waitUntilExit()
            return (text: try wordsOf(target), seconds: Date().timeIntervalSince(begin))
        }
        #expect(whole[0].text != whole[1].text)
        let longest = whole.map(\.seconds).max() ?? 0
        var seen: Set<[String]> = []

        for round in 0..<Self.kills {
            let process = try start(["convert", "--force", sources[round % 2], target.path])
            // Most of the time goes by before the writing, so most kills come late.
            let share = 1.1 - pow(Double.random(in: 0...1), 3)
            let moment = Date(timeIntervalSinceNow: longest * share)
            while process.isRunning, Date() < moment {}
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()

            let text = try wordsOf(target)
            #expect(text == whole[0].text || text == whole[1].text)
            seen.insert(text)
        }

        let process = try start(["convert", "--force", sources[0], target.path])
        process.waitUntilExit()
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(names.sorted() == ["new.tdn", "old.tdn", "saved.tdn"])
    }

    /// The lines of a file but the moment it was made.
    private func wordsOf(_ file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("exported_at") }.map(String.init)
    }

    @Test func `what is there is not overwritten without being asked`() throws {
        let scratch = try Scratch()
        let source = try scratch.add("a.tdn", "operators: []\n").path
        let target = try scratch.add("b.tdn", "mine").path

        let process = try start(["convert", source, target])
        process.waitUntilExit()

        #expect(process.terminationStatus == 2)
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "mine")
    }

    @Test func `a new project runs, and its own test's expectation holds`() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.appendingPathComponent("lamp").path
        let made = try start(["new", folder])
        made.waitUntilExit()
        #expect(made.terminationStatus == 0)

        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        process.arguments = [
            "run", folder, "--frames", "10", "--clock", "virtual", "--quiet", "--print",
            "op('lamp').Count",
        ]
        process.standardOutput = pipe
        try process.run()
        let output = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()

        #expect(process.terminationStatus == 0)
        #expect(output == "lamp starts\n10\n")
    }
}
