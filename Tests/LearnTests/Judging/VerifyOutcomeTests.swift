import Foundation
import Testing

@testable import Learn

struct VerifyOutcomeTests {
    @Test func `a proof up to the bound passes, whatever the static rules say`() throws {
        let outcome = try outcome(#"{"preemptions": 2, "level": "sync"}"#, defects: "")

        #expect(outcome.failures(2).isEmpty)
        #expect(
            outcome.proofSentence(2)
                == "Right in all 12 orders of its threads with up to 2 preemptions, at level sync.")
    }

    @Test func `a proof of less than was asked for does not pass`() throws {
        let outcome = try outcome(#"{"preemptions": 1, "level": "sync"}"#, defects: "")

        #expect(outcome.failures(2).map(\.name) == [.unproved])
        #expect(outcome.proofSentence(2) == nil)
    }

    @Test func `nothing proved does not pass`() throws {
        #expect(try outcome("null", defects: "").failures(0).map(\.name) == [.unproved])
    }

    @Test func `a defect is told with its line and the order of the threads`() throws {
        let defect = """
            {"kind": "deadlock", "sentence": "They wait.", "help": "Do not.",
             "place": {"file": "x.py", "line": 7}, "replay": "x-1.tdsched",
             "steps": [{"thread": "a", "file": "x.py", "line": 3, "source": "one()"},
                       {"thread": "b", "file": "x.py", "line": 4, "source": "two()"}]}
            """

        let failures = try outcome("null", defects: defect).failures(2)

        #expect(failures.map(\.name.description) == ["deadlock"])
        #expect(failures.first?.line == 7)
        #expect(failures.first?.details.contains { $0.contains("4 two()") } == true)
    }

    private func outcome(_ proof: String, defects: String) throws -> VerifyOutcome {
        let json = """
            {"verdict": "failed", "components": [{"name": "x", "schedules": 12, "different": 12,
            "seconds": 0.5, "proof": \(proof), "reason": "", "defects": [\(defects)]}],
            "findings": [], "exitCode": 1}
            """
        return try JSONDecoder().decode(VerifyOutcome.self, from: Data(json.utf8))
    }
}
