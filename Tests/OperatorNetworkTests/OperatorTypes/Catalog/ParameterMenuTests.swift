import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ParameterMenuTests {
    @Test func `entries are names and labels`() {
        let menu = ParameterMenu(["first=The First", "2x=2x", "odd"])

        #expect(menu.names == ["first", "2x", "odd"])
        #expect(menu.labels == ["The First", "2x", "odd"])
    }
}
