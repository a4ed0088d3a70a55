import Testing

@testable import OperatorNetwork

@MainActor @Suite struct AnalyzeCHOPTests {
    @Test(
        arguments: [
            ("average", 2.2), ("maximum", 5), ("minimum", 0), ("maximumindex", 3),
            ("minimumindex", 2),
            ("sum", 11), ("totalpeaks", 2), ("firstpeakvalue", 4), ("lastpeakindex", 3),
            ("highestpeakvalue", 5), ("lowestpeakindex", 1), ("duplicates", 1),
        ] as [(String, Float)])
    func `each function gives one number a channel`(function: String, expected: Float) throws {
        let stage = try ChannelStage(
            AnalyzeCHOP.type, AnalyzeCHOP.cook, ["function": .string(function)],
            inputs: [Channels([.init("a", [1, 4, 0, 5, 1])])])

        let result = try stage.cook()

        #expect(result.count == 1)
        #expect(abs(result.channels[0].samples[0] - expected) < 1e-5)
    }
}
