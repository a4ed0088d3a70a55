import Foundation
import Testing

/// Extensions of public repositories run unchanged; `RealCode.md` tells how to get them.
@Suite struct RealCodeTests {
    private static let repositories =
        ProcessInfo.processInfo.environment["UNDERSTUDY_REPOSITORIES"]

    @Test(
        .enabled(
            if: repositories != nil, "UNDERSTUDY_REPOSITORIES names no folder of repositories."))
    func `extensions of public repositories run unchanged`() async throws {
        let script = BuiltProgram.file("python/tests/real_code.py")

        let run = try await ProgramRun.understudy([script.path, "--frames", "2"])

        let told = run.output.split(separator: "\n").filter { $0.hasPrefix("passed https://") }
        print(told.joined(separator: "\n"))
        #expect(run.exitCode == 0)
        #expect(told.count == 10 && !run.output.contains("FAILED"), "\(run.text)")
    }

    @Test(
        .enabled(
            if: repositories != nil, "UNDERSTUDY_REPOSITORIES names no folder of repositories."))
    func `threads of public repositories run unchanged`() async throws {
        let script = BuiltProgram.file("python/tests/real_threads.py")

        let run = try await ProgramRun.understudy([script.path, "--frames", "9000"])

        let told = run.output.split(separator: "\n").filter { $0.hasPrefix("passed https://") }
        print(told.joined(separator: "\n"))
        #expect(run.exitCode == 0)
        #expect(told.count == 10 && !run.output.contains("FAILED"), "\(run.text)")
    }
}
