import Testing

@testable import OperatorNetwork

@MainActor @Suite struct SwitchCHOPTests {
    private let inputs: [Channels?] = (0..<3).map { Channels(values: [("c\($0)", Float($0))]) }

    @Test(arguments: [(-5.0, 0), (0.9, 0), (1, 1), (7, 2)])
    func `the index picks an input, the nearest when it lies outside`(
        index: Double, expected: Int
    ) throws {
        let stage = try ChannelStage(
            SwitchCHOP.type, SwitchCHOP.cook, ["index": .double(index)], inputs: inputs)

        #expect(try stage.cook().names == ["c\(expected)"])
    }

    @Test func `the first input may be the index`() throws {
        let stage = try ChannelStage(
            SwitchCHOP.type, SwitchCHOP.cook, ["indexfirst": .bool(true)],
            inputs: [Channels(values: [("i", 1)])] + inputs)

        #expect(try stage.cook().names == ["c1"])
    }
}
