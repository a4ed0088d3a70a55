import Testing

@testable import OperatorNetwork

@Suite struct ChannelExtendTests {
    private static let samples: [Float] = [1, 3, 7]

    @Test(arguments: [
        (ChannelExtend.Condition.hold, [1, 1, 7, 7] as [Float]),
        (.cycle, [3, 7, 1, 3]), (.mirror, [3, 1, 7, 3]),
        (.slope, [-3, -1, 11, 15]), (.defaultValue, [9, 9, 9, 9]),
    ])
    func `each condition goes on before the first and after the last sample`(
        condition: ChannelExtend.Condition, expected: [Float]
    ) {
        let extend = ChannelExtend(left: condition, right: condition, value: 9)

        let found = [-2, -1, 3, 4].map { extend.value(at: $0, of: Self.samples) }

        #expect(found == expected)
    }

    @Test func `between samples the value lies on the straight line`() {
        #expect(ChannelExtend().value(at: 1.25, of: Self.samples) == 4)
        #expect(ChannelExtend().value(at: -0.5, of: Self.samples) == 1)
        #expect(ChannelExtend().value(at: .infinity, of: Self.samples) == 7)
        #expect(ChannelExtend().value(at: 0.5, of: []) == 0)
    }
}
