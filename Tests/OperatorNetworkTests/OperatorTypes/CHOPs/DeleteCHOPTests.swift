import Testing

@testable import OperatorNetwork

@MainActor @Suite struct DeleteCHOPTests {
    private let input = Channels([.init("a", [1, 1]), .init("b", [0, 5]), .init("c", [9, 9])])

    private func names(_ settings: [String: ParameterValue]) throws -> [String] {
        try ChannelStage(DeleteCHOP.type, DeleteCHOP.cook, settings, inputs: [input]).cook().names
    }

    @Test func `channels go by name, number or value, or all others do`() throws {
        #expect(try names(["delscope": .string("a b")]) == ["c"])
        #expect(try names(["delscope": .string("a"), "discard": .string("nonscoped")]) == ["a"])
        #expect(try names(["select": .string("bynum"), "selnumbers": .string("[1-2]")]) == ["a"])
        let range: [String: ParameterValue] = ["selrange1": .double(0), "selrange2": .double(2)]
        #expect(try names(range.merging(["chanvalue": .string("complete")]) { $1 }) == ["b", "c"])
        #expect(try names(range.merging(["chanvalue": .string("partial")]) { $1 }) == ["c"])
        #expect(try names(["selconst": .bool(true)]) == ["b"])
    }
}
