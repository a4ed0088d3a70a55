import Foundation
import Testing

#if os(Linux)
/// Each program runs to its end under control, where it raises an exception to say so.
///
/// In a fresh process its schedule is the same one, step by step; `UNDERSTUDY_REPLAYS=100` asks that
/// often.
@Suite struct ControlTests {
    private static let end = "RuntimeError: the end"
    private static let replays =
        ProcessInfo.processInfo.environment["UNDERSTUDY_REPLAYS"].flatMap { Int($0) } ?? 1

    @Test(arguments: LockPrograms.all + OutsidePrograms.all)
    func `every program comes to its end, and does so again`(program: ControlledProgram)
        async throws
    {
        let scratch = try Scratch()
        try scratch.add("a.py", program.text + "\nraise RuntimeError('the end')\n")

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "2", "--schedules", "5"], command: "verify", in: scratch.folder,
            limit: 120)

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("exception: \(Self.end)"), "\(run.text)")
        for word in ["deadlock:", "endless loop:", "crash:", "not controlled:"] {
            #expect(!run.output.contains("\n\(word)"), "\(run.text)")
        }
        guard !program.startsPrograms else { return }
        #expect(run.output.contains("reproduced 10 of 10"), "\(run.text)")
        let schedule = try #require(file(in: run.output))
        guard try await ProgramRun.shell("setarch -R true").exitCode == 0 else {
            print("\(program.name) was not replayed: addresses cannot be fixed in this container.")
            return
        }
        for _ in 0..<Self.replays {
            let replay = try await ProgramRun.understudy(
                [schedule], command: "replay", in: scratch.folder)
            #expect(replay.output.contains("The same schedule, step by step."), "\(replay.text)")
        }
    }

    /// The replay file of the exception at the end: a program that lets the main thread wait has others.
    private func file(in output: String) -> String? {
        let lines = output.split(separator: "\n")
        guard let start = lines.firstIndex(where: { $0.contains("exception: \(Self.end)") }) else {
            return nil
        }
        let line = lines[start...].first { $0.contains("replay: understudy replay ") }
        return line?.split(separator: " ").last.map(String.init)
    }
}
#endif
