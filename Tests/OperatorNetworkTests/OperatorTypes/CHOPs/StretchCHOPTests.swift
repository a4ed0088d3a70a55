import Testing

@testable import OperatorNetwork

@MainActor @Suite struct StretchCHOPTests {
    private let input = Channels([.init("a", [0, 4, 8])])

    private func stretch(_ settings: [String: ParameterValue]) throws -> [Float] {
        try ChannelStage(StretchCHOP.type, StretchCHOP.cook, settings, inputs: [input]).cook()
            .channels[0].samples
    }

    @Test(arguments: [
        ("linear", [0, 1.6, 3.2, 4.8, 6.4, 8] as [Float]), ("nointerp", [0, 0, 0, 4, 4, 8]),
        ("repeat", [0, 4, 8, 0, 4, 8]),
    ])
    func `twice the length is filled as asked`(kind: String, expected: [Float]) throws {
        let samples = try stretch(["scale": .double(2), "interp": .string(kind)])

        for (sample, wanted) in zip(samples, expected) { #expect(abs(sample - wanted) < 1e-5) }
        #expect(samples.count == expected.count)
    }

    @Test func `a cubic goes through its samples, a reversed interval backwards`() throws {
        let cubic = try stretch(["scale": .double(5.0 / 3), "interp": .string("cubic")])
        #expect([cubic[0], cubic[2], cubic[4]] == [0, 4, 8])
        #expect(try stretch(["reverse": .bool(true)]) == [8, 4, 0])
    }
}
