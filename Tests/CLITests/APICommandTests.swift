import Foundation
import Testing

@Suite struct APICommandTests {
    private static func api(_ arguments: String) async throws -> ProgramRun {
        try await .shell("\"$understudy\" api \(arguments)")
    }

    @Test func `the page tells classes, types and uses`() async throws {
        let page = try await Self.api("")

        #expect(page.exitCode == 0, "\(page.errors)")
        #expect(page.output.contains("Members of classes"))
        #expect(page.output.contains("all types"))
        #expect(page.output.contains("Uses in real scripts: "))
        #expect(page.errors.isEmpty)
    }

    @Test func `a class is told member by member`() async throws {
        let page = try await Self.api("Cell")

        #expect(page.output.hasPrefix("Cell: "), "\(page.text)")
        #expect(page.output.contains("live\n"))
        #expect(page.output.contains("\n    val\n"))
    }

    @Test func `JSON holds the grade of each member and the parameters of each type`() async throws
    {
        let page = try await Self.api("--json DAT tableDAT")

        let json = try JSONSerialization.jsonObject(with: Data(page.output.utf8))
        let fields = try #require(json as? [String: [String: [String: Any]]])
        #expect(fields["classes"]?["DAT"]?["numRows"] as? String == "live")
        let parameters = fields["types"]?["tableDAT"]?["parameters"] as? [String]
        #expect(parameters?.contains("fills0names") == true)
    }

    @Test func `a name that TouchDesigner does not document is refused`() async throws {
        let page = try await Self.api("noSuchTOP")

        #expect(page.exitCode == 2)
        #expect(page.errors.contains("no class or operator type called noSuchTOP"))
    }
}
