import Foundation
import Testing

@testable import Learn

struct BundledCourseTests {
    @Test func `the course that comes along can be read`() throws {
        let folder = try #require(BundledCourse.folder)

        let course = try Course(folder)

        #expect(!course.title.isEmpty)
        #expect(course.lessons.first?.requires == [])
    }

    @Test func `its page names each of its lessons, and none that is not there`() throws {
        let course = try Course(try #require(BundledCourse.folder))
        let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized
        let page = try String(
            contentsOf: root.appending(path: "Sources/Learn/Documentation.docc/Course.md"),
            encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let cells = rows.compactMap { $0.split(separator: "|").last }
        let named = cells.flatMap { $0.matches(of: /`([a-z-]+)`/).map { String($0.output.1) } }

        #expect(Set(named) == Set(course.lessons.map(\.id)))
    }
}
