import ProjectFiles
import Testing

@testable import Learn

struct CourseTests {
    @Test func `lessons come in the order of their numbers, behind the welcome`() throws {
        let bench = try Workbench()
        try bench.add("track.md", "---\ntitle: Threads\n---\n# Threads\n\nWelcome.\n")
        try bench.add(
            "02-second.md", SampleLesson.text(with: "[first]\nfile:", for: "[queue]\nfile:"))
        try bench.add("01-first.md", SampleLesson.text)
        try bench.add("notes.md", "no lesson")

        let course = try Course(bench.path)

        #expect(course.title == "Threads")
        #expect(course.welcome == ["Welcome."])
        #expect(course.lessons.map(\.id) == ["first", "second"])
        #expect(course.lesson("second")?.id == "second")
        #expect(course.lesson("third") == nil)
    }

    @Test(arguments: [
        ("requires: [later]\nfile:", "It requires 'later', which comes later."),
        ("requires: [nowhere]\nfile:", "It requires 'nowhere', which is not there."),
    ])
    func `a lesson requires lessons before it`(setting: String, reason: String) throws {
        let bench = try Workbench()
        try bench.add("01-early.md", SampleLesson.text(with: setting, for: "file:"))
        try bench.add("02-later.md", SampleLesson.text)

        let error = #expect(throws: ProjectError.self) { try Course(bench.path) }

        #expect(error?.reason == reason)
    }

    @Test func `two lessons of one name are refused`() throws {
        let bench = try Workbench()
        try bench.add("01-same.md", SampleLesson.text)
        try bench.add("02-same.md", SampleLesson.text)

        let error = #expect(throws: ProjectError.self) { try Course(bench.path) }

        #expect(error?.file.hasSuffix("02-same.md") == true)
    }

    @Test func `a folder without lessons is refused`() throws {
        let bench = try Workbench()

        let error = #expect(throws: ProjectError.self) { try Course(bench.path) }

        #expect(error?.reason == "The folder has no lessons.")
    }

    @Test func `one lesson is a track of its own`() throws {
        let bench = try Workbench()

        let course = try Course(try bench.add("05-alone.md", SampleLesson.text))

        #expect(course.lessons.map(\.id) == ["alone"])
    }
}
