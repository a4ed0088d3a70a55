import Foundation
import Testing

@testable import Learn

struct ResultsJSONTests {
    @Test func `exercism's fields are there, within its limits`() throws {
        let object = try object(ResultsJSON(SampleGrade.value).text)
        let tests = try #require(object["tests"] as? [[String: Any]])

        #expect(object["version"] as? Int == 3)
        #expect(object["status"] as? String == "fail")
        #expect(object["max_score"] as? Int == 5)
        #expect(tests.map { $0["status"] as? String } == ["pass", "fail"])
        #expect(tests[0]["message"] == nil)
        #expect(tests[1]["line_no"] as? Int == 4)
        #expect((tests[1]["output"] as? String)?.count == 500)
    }

    @Test func `GitHub's reporter gets the same in base64`() throws {
        let text = ResultsJSON(SampleGrade.value, version: 1).base64
        let data = try #require(Data(base64Encoded: text))

        #expect(try object(String(decoding: data, as: UTF8.self))["version"] as? Int == 1)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
