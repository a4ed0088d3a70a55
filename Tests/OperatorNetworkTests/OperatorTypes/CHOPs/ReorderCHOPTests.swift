import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ReorderCHOPTests {
    private let input = Channels(values: [("b2", 5), ("a10", 1), ("a9", 3), ("c1", 4)])

    @Test(arguments: [
        ("basename", ["a10", "a9", "b2", "c1"]), ("numsuffix", ["c1", "b2", "a9", "a10"]),
        ("chanvalueup", ["a10", "a9", "c1", "b2"]), ("chanvaluedown", ["b2", "c1", "a9", "a10"]),
        ("reverse", ["c1", "a9", "a10", "b2"]),
    ])
    func `channels are ordered by the method`(method: String, expected: [String]) throws {
        let stage = try ChannelStage(
            ReorderCHOP.type, ReorderCHOP.cook, ["method": .string(method)], inputs: [input])

        #expect(try stage.cook().names == expected)
    }

    @Test func `what a pattern leaves over goes to an end`() throws {
        let stage = try ChannelStage(
            ReorderCHOP.type, ReorderCHOP.cook,
            ["method": .string("numeric"), "numpattern": .string("2 0 9")], inputs: [input])
        #expect(try stage.cook().names == ["a9", "b2", "a10", "c1"])

        try stage.set("rempos", .string("begin"))
        #expect(try stage.cook().names == ["a10", "c1", "a9", "b2"])
    }

    @Test func `a random order is the same for the same seed and loses nothing`() throws {
        let stage = try ChannelStage(
            ReorderCHOP.type, ReorderCHOP.cook, ["method": .string("random")], inputs: [input])

        let names = try stage.cook().names

        #expect(try stage.cook().names == names)
        #expect(names.sorted() == input.names.sorted())
    }
}
