import Foundation
import Testing

/// The documents that come with the program, and the rules' small projects, end as they promise.
@Suite struct ExitStatusTests {
    /// What `expected.tsv` says of one project.
    struct Promise: CustomTestStringConvertible, Sendable {
        let project: String
        let exitCode: Int32
        var texts: [String]

        var testDescription: String { project }
    }

    static let rules = BuiltProgram.file("python/document/rules")

    @Test(arguments: try promises(in: rules))
    func `a project of the document ends as expected.tsv says`(promise: Promise) async throws {
        let file = Self.rules.appendingPathComponent(promise.project).standardized.path

        let run = try await ProgramRun.understudy([file])

        #expect(run.exitCode == promise.exitCode)
        for text in promise.texts {
            #expect(run.text.contains(text), "'\(text)' is missing in:\n\(run.text)")
        }
    }

    @Test func `expected.tsv names every project of the rules`() throws {
        let named = Set(try Self.promises(in: Self.rules).map(\.project))

        for rule in try FileManager.default.contentsOfDirectory(atPath: Self.rules.path) {
            let folder = Self.rules.appendingPathComponent(rule).path
            for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            where file.hasSuffix(".py") || file.hasSuffix(".md") {
                #expect(named.contains("\(rule)/\(file)"))
            }
        }
    }

    @Test func `the server that strands its threads names both and where they wait`() async throws {
        let run = try await ProgramRun.understudy(["python/document/real-server.md"])

        let threads = run.output.split(separator: "\n").filter { $0.contains("waits at") }
        #expect(run.exitCode == 11)
        #expect(threads.contains { $0.contains("startServerThread") && $0.contains("waits at") })
        #expect(threads.contains { $0.contains("STILL ALIVE") && $0.contains("stopServerThread") })
        #expect(run.output.contains("1 thread that would hang the exit (exit 11)"))
    }

    /// What the `expected.tsv` of a folder says.
    static func promises(in folder: URL) throws -> [Promise] {
        let table = try String(
            contentsOf: folder.appendingPathComponent("expected.tsv"), encoding: .utf8)
        var promises: [Promise] = []
        for line in table.split(separator: "\n") where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t", maxSplits: 2).map(String.init)
            let code = try #require(cells.count == 3 ? Int32(cells[1]) : nil)
            if promises.last?.project == cells[0] {
                promises[promises.count - 1].texts.append(cells[2])
            } else {
                promises.append(Promise(project: cells[0], exitCode: code, texts: [cells[2]]))
            }
        }
        return promises
    }
}
