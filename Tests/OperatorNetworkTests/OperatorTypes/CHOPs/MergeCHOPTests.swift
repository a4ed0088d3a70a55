import Testing

@testable import OperatorNetwork

@MainActor @Suite struct MergeCHOPTests {
    private let one = Channels(values: [("a", 1), ("b", 2)])
    private let other = Channels(values: [("b", 3), ("c", 4)])

    @Test(arguments: [
        ("unique", ["a", "b", "b1", "c"], [1, 2, 3, 4] as [Float]),
        ("first", ["a", "b", "c"], [1, 2, 4]), ("last", ["a", "b", "c"], [1, 3, 4]),
        ("replace", ["a", "b", "c"], [1, 3, 4]),
    ])
    func `names that come twice are treated as asked`(
        duplicates: String, names: [String], values: [Float]
    ) throws {
        let stage = try ChannelStage(
            MergeCHOP.type, MergeCHOP.cook, ["duplicate": .string(duplicates)],
            inputs: [one, other])

        let result = try stage.cook()

        #expect(result.names == names)
        #expect(result.channels.map { $0.samples[0] } == values)
    }

    @Test func `rates are matched, or refused`() throws {
        let fast = Channels([.init("f", [1, 2, 3, 4])], rate: 120)
        let slow = Channels([.init("s", [1, 2])])
        let stage = try ChannelStage(
            MergeCHOP.type, MergeCHOP.cook, ["srselect": .string("max")], inputs: [slow, fast])
        #expect(try stage.cook().channels[0].samples == [1, 1.5, 2, 2])

        try stage.set("srselect", .string("err"))
        #expect(throws: CookFailure.self) { try stage.cook() }
    }
}
