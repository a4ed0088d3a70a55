import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ShuffleCHOPTests {
    private let input = Channels([.init("a1", [1, 2, 3, 4]), .init("b1", [5, 6, 7, 8])])

    @Test(arguments: [
        ("swap", 1, ["a1", "a2", "a3", "a4"], [[1, 5], [2, 6], [3, 7], [4, 8]] as [[Float]]),
        ("seqall", 1, ["a1"], [[1, 2, 3, 4, 5, 6, 7, 8]]),
        ("sallsamples", 1, ["a1"], [[1, 5, 2, 6, 3, 7, 4, 8]]),
        ("splitn", 2, ["a1", "a2", "b1", "b2"], [[1, 2], [3, 4], [5, 6], [7, 8]]),
        ("spliteveryn", 2, ["a1", "a2", "b1", "b2"], [[1, 3], [2, 4], [5, 7], [6, 8]]),
        ("seqname", 1, ["a", "b"], [[1, 2, 3, 4], [5, 6, 7, 8]]),
    ])
    func `samples come in the order of the method`(
        method: String, size: Int, names: [String], samples: [[Float]]
    ) throws {
        let stage = try ChannelStage(
            ShuffleCHOP.type, ShuffleCHOP.cook,
            ["method": .string(method), "nval": .int(size)], inputs: [input])

        let result = try stage.cook()

        #expect(result.names == names)
        #expect(result.channels.map(\.samples) == samples)
    }
}
