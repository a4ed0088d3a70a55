import Testing

@testable import OperatorNetwork

@MainActor @Suite struct CrossCHOPTests {
    @Test(arguments: [(-1.0, 0), (0.25, 2.5), (1, 10), (1.5, 15), (9, 20)] as [(Double, Float)])
    func `neighbouring inputs are blended`(place: Double, expected: Float) throws {
        let stage = try ChannelStage(
            CrossCHOP.type, CrossCHOP.cook, ["cross": .double(place)],
            inputs: [0, 10, 20].map { Channels(values: [("a", $0)]) })

        #expect(try stage.cook().channels[0].samples == [expected])
    }
}
