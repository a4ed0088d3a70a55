import Foundation
import Testing

/// The small projects that use threads as people use them: alone, and with what they are made of made
/// anew in the middle of their work.
@Suite struct ThreadProjectsTests {
    /// What happens to a project while it runs.
    enum Disturbance: CaseIterable, CustomTestStringConvertible {
        case none
        case anew
        case loaded

        /// Calls at frames: every extension is made anew, then every COMP that has one; or the project.
        var arguments: [String] {
            if self == .loaded { return ["--call", "20:project.load()"] }
            guard self == .anew else { return [] }
            let owners = "[one for one in me.findChildren(type=COMP, depth=1) if one.extensions]"
            return [
                "--call", "12:[one.par.reinitextensions.pulse() for one in \(owners)]",
                "--call", "30:[(me.copy(one), one.destroy()) for one in \(owners)]",
            ]
        }

        var testDescription: String {
            switch self {
            case .none: "left alone"
            case .anew: "made anew twice"
            case .loaded: "loaded anew"
            }
        }
    }

    static let folder = BuiltProgram.file("python/document/threads")

    @Test(arguments: try ExitStatusTests.promises(in: folder), Disturbance.allCases)
    func `a project of threads does its work and leaves nothing behind`(
        promise: ExitStatusTests.Promise, disturbance: Disturbance
    ) async throws {
        let file = Self.folder.appendingPathComponent(promise.project).path
        // Processes take their time to start; with threads at work each frame waits a moment.
        let frames = promise.project.hasPrefix("multi") ? "2500" : "250"

        let run = try await ProgramRun.understudy(
            [file, "--clock", "virtual", "--frames", frames, "--format", "json"]
                + disturbance.arguments)

        let summary = try Summary(run.output)
        #expect(run.exitCode == promise.exitCode, "\(run.text)")
        for text in promise.texts {
            #expect(run.errors.contains(text), "'\(text)' is missing in:\n\(run.errors)")
        }
        #expect(summary.failures.map(\.message) == [])
        #expect(summary.children.map(\.command) == [])
        #expect(
            summary.threads.filter { $0.isAlive && $0.ownerEndedFrame != nil }.map(\.name) == [])
        for complaint in ["without ending", "is taken by", "Traceback", "THREAD CONFLICT"] {
            #expect(!run.errors.contains(complaint), "\(run.errors)")
        }
    }

    @Test func `expected.tsv names every project of threads`() throws {
        let named = Set(try ExitStatusTests.promises(in: Self.folder).map(\.project))

        for file in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        where file.hasSuffix(".py") && !file.hasPrefix("_") || file.hasSuffix(".md") {
            #expect(named.contains(file) || file == "README.md")
        }
    }
}
