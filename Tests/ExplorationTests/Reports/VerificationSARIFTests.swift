import Exploration
import Foundation
import Testing

@Suite struct VerificationSARIFTests {
    private func results(_ report: ExplorationReport) throws -> [[String: Any]] {
        let check = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "understudy",
            "rules": [{"id": "TH101"}]}}, "results": [{"ruleId": "TH101"}]}]}
            """
        let text = VerificationSARIF.text([report], check: check)
        let log = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let run = try #require((log?["runs"] as? [[String: Any]])?.first)
        return try #require(run["results"] as? [[String: Any]])
    }

    @Test func `a defect is a result beside those of the static rules`() throws {
        let results = try results(ReportSamples.failed)

        #expect(results.map { $0["ruleId"] as? String } == ["TH101", "TH501"])
        let locations = try #require(results[1]["locations"] as? [[String: Any]])
        let physical = try #require(locations[0]["physicalLocation"] as? [String: Any])
        #expect((physical["region"] as? [String: Any])?["startLine"] as? Int == 3)
    }

    @Test func `each thread is a flow, and the order runs through all of them`() throws {
        let flow = try #require(
            (try results(ReportSamples.failed)[1]["codeFlows"] as? [[String: Any]])?.first)
        let threads = try #require(flow["threadFlows"] as? [[String: Any]])

        #expect(threads.map { $0["id"] as? String } == ["MainThread", "worker"])
        let orders = threads.map { thread in
            (thread["locations"] as? [[String: Any]] ?? []).map { $0["executionOrder"] as? Int }
        }
        #expect(orders == [[1, 3], [2]])
    }

    @Test func `a proof adds nothing`() throws {
        #expect(try results(ReportSamples.proved).count == 1)
    }
}
