import Testing

@testable import Learn

struct BundledCourseTests {
    @Test func `the course that comes along can be read`() throws {
        let folder = try #require(BundledCourse.folder)

        let course = try Course(folder)

        #expect(!course.title.isEmpty)
        #expect(course.lessons.first?.requires == [])
    }
}
