import Testing

@testable import OperatorNetwork

@MainActor @Suite struct FunctionCHOPTests {
    private func apply(_ function: String, _ samples: [Float], _ other: [Float]? = nil) throws
        -> [Float]
    {
        try ChannelStage(
            FunctionCHOP.type, FunctionCHOP.cook, ["func": .string(function)],
            inputs: [
                Channels([.init("a", samples)]), other.map { Channels([.init("a", $0)]) },
            ]
        ).cook().channels[0].samples
    }

    @Test(
        arguments: [
            ("sqrt", 9, 3), ("abs", -2, 2), ("sign", -2, -1), ("sin", 90, 1), ("cos", 180, -1),
            ("acos", 0, 90), ("atan", 1, 45), ("log", 1000, 3), ("logb", 100, 2), ("exp", 0, 1),
            ("pow10", 2, 100), ("powe", 3, 1000), ("dbtoamp", 20, 10), ("amptodb", 10, 20),
            ("powertodb", 100, 20), ("tanh", 0, 0),
        ] as [(String, Float, Float)])
    func `each function has its value`(function: String, input: Float, expected: Float) throws {
        #expect(abs(try apply(function, [input])[0] - expected) < 1e-4 * max(1, abs(expected)))
    }

    @Test func `two inputs go together`() throws {
        #expect(try apply("pow", [2, 3], [3, 2]) == [8, 9])
        #expect(try apply("atan2", [1, 0], [1, 1]) == [45, 0])
    }

    @Test func `what has no value is replaced, skipped or refused`() throws {
        let stage = try ChannelStage(
            FunctionCHOP.type, FunctionCHOP.cook, ["domval": .double(-7), "ninfval": .double(8)],
            inputs: [Channels([.init("a", [4, -1])])])
        #expect(try stage.cook().channels[0].samples == [2, -7])
        try stage.set("error", .string("useprev"))
        #expect(try stage.cook().channels[0].samples == [2, 2])
        try stage.set("error", .string("abort"))
        #expect(throws: CookFailure.self) { try stage.cook() }
        try stage.set("error", .string("replace"))
        try stage.set("func", .string("ln"))
        stage.inputs = [Channels(values: [("a", 0)])]
        #expect(try stage.cook().channels[0].samples == [8])
    }
}
