import Testing

@testable import OperatorNetwork

@MainActor @Suite struct LimitCHOPTests {
    private func limit(_ settings: [String: ParameterValue], _ samples: [Float]) throws -> [Float] {
        try ChannelStage(
            LimitCHOP.type, LimitCHOP.cook, settings, inputs: [Channels([.init("a", samples)])]
        ).cook().channels[0].samples
    }

    @Test(arguments: [
        ("off", [-1, 0.5, 1, 2.25, 3] as [Float]), ("clamp", [0, 0.5, 1, 1, 1]),
        ("loop", [0, 0.5, 0, 0.25, 0]), ("zigzag", [1, 0.5, 1, 0.25, 1]),
    ])
    func `values are kept within bounds`(kind: String, expected: [Float]) throws {
        #expect(try limit(["type": .string(kind)], [-1, 0.5, 1, 2.25, 3]) == expected)
    }

    @Test func `values stand on steps from an offset`() throws {
        let values = try limit(
            [
                "type": .string("off"), "quantvalue": .string("round"), "vstep": .double(0.5),
                "voffset": .double(0.25),
            ], [0, 0.5, 0.6, 1.3])

        #expect(values == [0.25, 0.75, 0.75, 1.25])
    }

    @Test func `normalized values reach from -1 to 1`() throws {
        let values = try limit(["type": .string("off"), "norm": .bool(true)], [2, 4, 6])

        #expect(values == [-1, 0, 1])
    }
}
