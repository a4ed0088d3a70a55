import Exploration
import Foundation
import Testing
import Verify

/// What `check` leaves to the programs that run a project is found by them.
@Suite struct ExplainCommandTests {
    /// A page's two examples and the line that tells them apart.
    private struct Page {
        let breaks: String
        let keeps: String
        let command: String

        init(_ rule: String) async throws {
            let page = try await ProgramRun.understudy([rule], command: "explain").output
            func block(_ head: String) throws -> String {
                let start = try #require(page.range(of: "```\(head)\n"), "\(rule) has no \(head)")
                let rest = page[start.upperBound...]
                return String(rest[..<(try #require(rest.range(of: "```\n"))).lowerBound])
            }
            breaks = try block("python breaks")
            keeps = try block("python keeps")
            command = try block("sh").replacing("understudy ", with: "$understudy ")
        }

        func run(_ text: String) async throws -> ProgramRun {
            let scratch = try Scratch()
            try scratch.add("a.py", text)
            return try await ProgramRun.shell(command, in: scratch.folder, limit: 120)
        }
    }

    @Test(arguments: [
        ("TH406", "invariant broken"), ("TH407", "invariant broken"), ("TH503", "AssertionError"),
        ("TH701", "[TH701]"), ("TH702", "[TH702]"), ("TH703", "[TH703]"), ("TH704", "[TH704]"),
        ("TH705", "[TH705]"),
    ])
    func `verify finds in a page's example what check does not look for`(
        rule: String, says: String
    ) async throws {
        #if os(Linux)
        let page = try await Page(rule)

        let broken = try await page.run(page.breaks)
        let kept = try await page.run(page.keeps)

        #expect(broken.exitCode == 1)
        #expect(broken.output.contains(says), "\(broken.text)")
        #expect(kept.exitCode == 0, "\(kept.text)")
        #else
        print("Only Linux can control threads, so \(rule) is not tried here.")
        #endif
    }

    @Test func `the guard finds a thread that Python did not start`() async throws {
        let page = try await Page("TH609")

        let broken = try await page.run(page.breaks)
        let kept = try await page.run(page.keeps)

        #expect(broken.exitCode == 10)
        #expect(broken.errors.contains("THREAD CONFLICT"), "\(broken.text)")
        #expect(kept.exitCode == 0, "\(kept.text)")
    }

    @Test func `the list tells who finds what check does not look for`() async throws {
        let list = try await ProgramRun.understudy([], command: "explain").output

        #expect(list.split(separator: "\n").count == 54)
        #expect(list.contains("(found by understudy verify"))
        #expect(list.contains("(found by understudy run, by its guard)"))
    }

    @Test func `every rule that an explored defect belongs to has its page`() {
        for rule in DefectRule.all {
            #expect(RuleCatalog.rule(rule).flatMap { RuleDocument.text(of: $0) } != nil, "\(rule)")
        }
    }

    @Test func `check says who finds a rule that it does not look for`() async throws {
        let run = try await ProgramRun.understudy(["--select", "TH503", "."], command: "check")

        #expect(run.exitCode == 2)
        #expect(run.errors.contains("understudy verify"), "\(run.text)")
    }
}
