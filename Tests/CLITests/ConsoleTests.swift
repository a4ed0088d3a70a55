import Foundation
import Testing

@Suite struct ConsoleTests {
    private static let chatty = "def onFrameStart(frame):\n\tprint('frame', frame)\n"

    @Test func `a reader that goes away is nobody's error`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.chatty)

        let run = try await ProgramRun.shell(
            "{ \"$understudy\" run a.py --frames 60 -q; echo \"code $?\" >&2; } | head -1",
            in: scratch.folder)

        #expect(run.output == "frame 1\n")
        #expect(run.errors == "code 0\n")
    }

    @Test(arguments: [">&-", "2>&-", ">&- 2>&- <&-"])
    func `closed streams are no error, and no file of the project takes their place`(
        closed: String
    ) async throws {
        let scratch = try Scratch()
        try scratch.add(
            "a.py",
            "def onStart():\n\tglobal kept\n\tkept = open('kept.txt', 'w')\n" + Self.chatty)

        let run = try await ProgramRun.shell(
            "\"$understudy\" run a.py --frames 3 \(closed)", in: scratch.folder)

        let kept = scratch.folder.appendingPathComponent("kept.txt")
        #expect(run.exitCode == 0)
        #expect(try String(contentsOf: kept, encoding: .utf8) == "")
    }

    #if os(Linux)
    @Test func `a full disk is told, for half an answer is none`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.chatty)

        let run = try await ProgramRun.shell(
            "\"$understudy\" run a.py --frames 3 --format json > /dev/full", in: scratch.folder)

        #expect(run.exitCode == 2)
        #expect(run.errors.contains("Standard output could not be written: No space left"))
    }
    #endif
}
