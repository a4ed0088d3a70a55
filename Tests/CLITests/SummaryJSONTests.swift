import Foundation
import Testing

@Suite struct SummaryJSONTests {
    @Test func `standard output is one object with the documented keys`() async throws {
        let file = try Scratch().add(
            "a.py",
            "import threading\nprint('noise')\nthreading.Thread(target=print).start()\n1/0\n")

        let run = try await ProgramRun.understudy([
            file.path, "--frames", "2", "--format", "json", "--print", "1", "--print", "nonsense",
        ])

        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let keys = try #require(object as? [String: Any])
        let help = try await ProgramRun.understudy(["--help"]).output
            .split { !$0.isLetter }.map(String.init)
        let values = try #require(keys["values"] as? [String: Any])
        #expect(
            Set(keys.keys) == [
                "project", "clock", "rate", "frames", "dropped", "extensions", "changes", "threads",
                "threadsStarted", "children", "standstills", "holdUps",
                "failures", "faults", "values", "exitCode",
            ])
        #expect(keys.keys.allSatisfy(help.contains))
        #expect(keys["exitCode"] as? Int == 1)
        #expect(run.exitCode == 1)
        #expect(values["1"] as? String == "1")
        #expect(values["nonsense"] is NSNull)
        #expect(run.errors.contains("noise\n"))
    }
}
