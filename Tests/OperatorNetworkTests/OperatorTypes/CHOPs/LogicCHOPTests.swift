import Testing

@testable import OperatorNetwork

@MainActor @Suite struct LogicCHOPTests {
    private func logic(
        _ settings: [String: ParameterValue], _ feed: [[Float]]
    ) throws -> [[Float]] {
        let stage = try ChannelStage(LogicCHOP.type, LogicCHOP.cook, settings)
        return try feed.map { values in
            stage.inputs = [
                Channels(values: values.enumerated().map { ("c\($0.offset)", $0.element) })
            ]
            return try stage.next().channels.map { $0.samples[0] }
        }
    }

    @Test func `edges, toggles and radio buttons remember`() throws {
        let feed: [[Float]] = [[0], [1], [1], [0], [2]]
        #expect(try logic(["preop": .string("rise")], feed) == [[0], [1], [0], [0], [1]])
        #expect(try logic(["preop": .string("fall")], feed) == [[0], [0], [0], [1], [0]])
        #expect(try logic(["preop": .string("toggle")], feed) == [[0], [1], [1], [1], [0]])
        #expect(
            try logic(["preop": .string("radio")], [[0, 0], [1, 0], [0, 0], [0, 1], [0, 0]])
                == [[0, 0], [1, 0], [1, 0], [0, 1], [0, 1]])
    }

    @Test(arguments: [
        ("and", [0, 0, 1] as [Float]), ("or", [0, 1, 1]), ("xor", [0, 1, 0]), ("nand", [1, 1, 0]),
        ("nor", [1, 0, 0]), ("eqv", [1, 0, 1]), ("lowest", [-1, 1, 0]), ("highest", [-1, 1, 1]),
    ])
    func `channels are combined`(operation: String, expected: [Float]) throws {
        let result = try logic(["chanop": .string(operation)], [[0, 0], [0, 1], [1, 1]])

        #expect(result == expected.map { [$0] })
    }
}
