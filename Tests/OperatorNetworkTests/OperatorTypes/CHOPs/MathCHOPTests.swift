import Testing

@testable import OperatorNetwork

@MainActor @Suite struct MathCHOPTests {
    private let input = Channels([.init("a", [1, -4, 9]), .init("b", [2, 2, 2])])

    private func math(_ settings: [String: ParameterValue], _ inputs: [Channels]) throws -> Channels
    {
        try ChannelStage(MathCHOP.type, MathCHOP.cook, settings, inputs: inputs).cook()
    }

    @Test func `adding, multiplying and ranging follow each other`() throws {
        let result = try math(
            [
                "preoff": .double(1), "gain": .double(2), "postoff": .double(3),
                "fromrange2": .double(10), "torange1": .double(100), "torange2": .double(200),
            ], [input])

        // ((1 + 1) * 2 + 3) of 10 parts is 0.7 of the way from 100 to 200.
        #expect(result.channels[0].samples.map { $0.rounded() } == [170, 70, 330])
    }

    @Test(arguments: [
        ("add", [3, -2, 11] as [Float]), ("sub", [-1, -6, 7]), ("mul", [2, -8, 18]),
        ("div", [0.5, -2, 4.5]), ("avg", [1.5, -1, 5.5]), ("min", [1, -4, 2]), ("max", [2, 2, 9]),
    ])
    func `channels of one input become one`(operation: String, expected: [Float]) throws {
        let result = try math(["chanop": .string(operation)], [input])

        #expect(result.names == ["a"])
        #expect(result.channels[0].samples == expected)
    }

    @Test func `inputs are combined by number or by name`() throws {
        let other = Channels([.init("b", [10, 10, 10]), .init("a", [20, 20, 20])])

        let byNumber = try math(["chopop": .string("add")], [input, other])
        let byName = try math(
            ["chopop": .string("add"), "match": .string("name")], [input, other])

        #expect(byNumber.channels[0].samples == [11, 6, 19])
        #expect(byName.channels[0].samples == [21, 16, 29])
    }

    @Test func `the scope leaves other channels alone`() throws {
        let result = try math(["gain": .double(10), "scope": .string("b")], [input])

        #expect(result.channels.map(\.samples) == [[1, -4, 9], [20, 20, 20]])
    }

    @Test func `roots, squares and rounding are of each sample`() throws {
        let rooted = try math(["preop": .string("root")], [input])
        let floored = try math(["gain": .double(0.5), "integer": .string("floor")], [input])

        #expect(rooted.channels[0].samples == [1, 0, 3])
        #expect(floored.channels[0].samples == [0, -2, 4])
    }

    @Test func `names are given by the Common page`() throws {
        let result = try math(
            ["commonrenamefrom": .string("*"), "commonrenameto": .string("m_*")], [input])

        #expect(result.names == ["m_a", "m_b"])
    }
}
