import Testing

@testable import OperatorNetwork

@MainActor @Suite struct JoinCHOPTests {
    private let inputs: [Channels?] = [
        Channels([.init("a", [0, 0, 0])]), Channels([.init("a", [4, 4, 4])]),
    ]

    @Test(arguments: [
        ("pre", 0.0, [0, 0, 0, 4, 4, 4] as [Float]), ("pre", 1, [0, 0, 0, 2, 4, 4]),
        ("ovl", 1, [0, 0, 2, 4, 4]), ("ins", 1, [0, 0, 0, 2, 4, 4, 4]),
    ])
    func `inputs follow each other, blended as asked`(
        method: String, region: Double, expected: [Float]
    ) throws {
        let stage = try ChannelStage(
            JoinCHOP.type, JoinCHOP.cook,
            ["blendmethod": .string(method), "blendregion": .double(region)], inputs: inputs)

        let result = try stage.cook()

        #expect(result.channels[0].samples == expected)
        #expect(result.count == expected.count)
    }

    @Test func `a full step lets the next input begin where the last one ended`() throws {
        let stage = try ChannelStage(
            JoinCHOP.type, JoinCHOP.cook, ["step": .double(1)],
            inputs: [Channels([.init("a", [1, 2])]), Channels([.init("a", [10, 11])])])

        #expect(try stage.cook().channels[0].samples == [1, 2, 2, 3])
    }
}
