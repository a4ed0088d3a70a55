import ProjectFiles
import Testing

@testable import Learn

struct LearnProgressTests {
    @Test func `what was written is read again`() throws {
        let bench = try Workbench()
        var progress = LearnProgress(track: "tracks/a")
        progress["sum"].attempts = 3
        progress["sum"].hints["1"] = 2
        progress.pass("sum")

        try progress.write(to: "\(bench.path)/.understudy/learn.json")

        #expect(try LearnProgress(path: "\(bench.path)/.understudy/learn.json") == progress)
    }

    @Test func `nothing kept is no progress`() throws {
        #expect(try LearnProgress(path: "/no/such/learn.json") == nil)
    }

    @Test func `a damaged file is refused, and not written over`() throws {
        let bench = try Workbench()
        let file = try bench.add("learn.json", "{\"version\": 1, ")

        let error = #expect(throws: ProjectError.self) { try LearnProgress(path: file) }

        #expect(error?.reason == "The progress that is kept here cannot be read.")
        #expect(bench.text("learn.json") == "{\"version\": 1, ")
    }

    @Test func `the first time counts as when a lesson was passed`() {
        var progress = LearnProgress()
        progress["sum"].passedAt = "2026-01-01T00:00:00Z"

        progress.pass("sum")

        #expect(progress["sum"].passedAt == "2026-01-01T00:00:00Z")
        #expect(progress["sum"].passed)
    }
}
