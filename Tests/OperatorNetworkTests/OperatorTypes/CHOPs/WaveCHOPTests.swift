import Testing

@testable import OperatorNetwork

@MainActor @Suite struct WaveCHOPTests {
    @Test(arguments: [
        ("sin", [0, 1, 0, -1] as [Float]), ("ramp", [0, 0.25, 0.5, 0.75]),
        ("square", [1, 1, -1, -1]), ("tri", [0, 1, 0, -1]), ("pulse", [1, 0, 0, 0]),
        ("const", [1, 1, 1, 1]),
    ])
    func `a period of four samples`(kind: String, expected: [Float]) throws {
        let samples = try ChannelStage(
            WaveCHOP.type, WaveCHOP.cook,
            [
                "wavetype": .string(kind), "period": .double(4), "periodunit": .string("samples"),
                "end": .double(3),
            ]
        ).cook().channels[0].samples

        for (sample, wanted) in zip(samples, expected) { #expect(abs(sample - wanted) < 1e-6) }
        #expect(samples.count == 4)
    }
}
