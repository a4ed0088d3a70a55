import Testing

@testable import ProjectFiles

@Suite struct SiblingNamesTests {
    @Test func `a taken name is numbered, past numbers that are taken too`() {
        var names = SiblingNames()

        let claimed = ["a", "a2", "a", "a", "a"].map { names.claim($0) }

        #expect(claimed == ["a", "a2", "a1", "a3", "a4"])
    }
}
