import ProjectFiles
import Testing

@Suite struct ProjectErrorTests {
    @Test func `the description is one line with file, line and column`() {
        let error = ProjectError(
            file: "a.tdn", line: 3, column: 7, reason: "It is broken.", suggestion: "Mend it.")

        #expect(error.description == "a.tdn:3:7: It is broken. Mend it.")
    }

    @Test func `a name with a line break stays on the one line`() {
        let error = ProjectError(
            file: "a.tdn", reason: "'a\r\nb' is no name.", suggestion: "Rename\nit.")

        #expect(error.description == "a.tdn: 'a b' is no name. Rename it.")
    }

    @Test func `what is not known is left out`() {
        let error = ProjectError(file: "a.tdn", reason: "It is broken.", suggestion: "")

        #expect(error.description == "a.tdn: It is broken.")
    }
}
