import Exploration
import Foundation
import Testing

@Suite struct VerificationJSONTests {
    private struct Read: Decodable {
        struct Component: Decodable {
            let name: String
            let proof: Proof?
            let defects: [Found]
        }

        struct Proof: Decodable {
            let preemptions: Int
            let level: String
        }

        struct Found: Decodable {
            let kind: String
            let rule: String
            let sentence: String
            let reproduced: Int?
            let steps: [Line]
        }

        struct Line: Decodable {
            let thread: String
            let file: String
            let line: Int
        }

        let verdict: String
        let components: [Component]
        let findings: [[String: String]]
        let exitCode: Int
    }

    private func read(
        _ program: ToyProgram, check: String = "{}", exitCode: Int32 = 1
    ) throws -> Read {
        var options = ExploreOptions(target: "toy")
        options.bound = 1
        let run: (Policy) -> Execution = { policy in
            var execution = program.run(policy)
            for event in execution.events {
                execution.sites[event.site] = .init(file: "a.py", line: event.site + 1, source: "x")
            }
            execution.names = [0: "MainThread", 1: "worker"]
            return execution
        }
        let verdict = Exploring(options, seconds: { 0 }, run: run).verdict()
        let text = VerificationJSON.text(
            [ExplorationReport(verdict, options)], check: check, hasFailed: exitCode == 1,
            exitCode: exitCode)
        return try JSONDecoder().decode(Read.self, from: Data(text.utf8))
    }

    @Test func `a defect is written with its kind and the lines of its order`() throws {
        let read = try read(ToyProgram(steps: [3, 3]) { $0[1] == 1 })

        #expect(read.verdict == "failed")
        #expect(read.exitCode == 1)
        let defect = try #require(read.components.first?.defects.first)
        #expect(defect.kind == "exception")
        #expect(defect.rule == "TH701")
        #expect(defect.reproduced == 10)
        #expect(defect.steps.map(\.thread).contains("worker"))
        #expect(defect.steps.allSatisfy { $0.file == "a.py" && $0.line > 0 })
    }

    @Test func `a proof is written with its bound`() throws {
        let read = try read(ToyProgram(steps: [2, 2]), exitCode: 0)

        #expect(read.verdict == "proved")
        #expect(read.components.first?.proof?.preemptions == 1)
        #expect(read.components.first?.proof?.level == "reachable")
    }

    @Test func `what the static check finds is written too, and nothing is proved by it`() throws {
        let read = try read(
            ToyProgram(steps: [2, 2]), check: #"{"findings": [{"rule": "TH101"}], "scripts": 1}"#)

        #expect(read.findings == [["rule": "TH101"]])
        #expect(read.verdict == "failed")
    }
}
