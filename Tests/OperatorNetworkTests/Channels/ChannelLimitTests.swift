import Testing

@testable import OperatorNetwork

@Suite struct ChannelLimitTests {
    @Test(
        arguments: [
            (-1e300, 1), (0, 1), (2.5, 2), (-.infinity, 1), (50_000_000, 50_000_000),
        ] as [(Double, Int)])
    func `a number of samples is 1 or more`(asked: Double, count: Int) throws {
        #expect(try ChannelLimit.checked(asked) == count)
    }

    @Test(arguments: [50_000_001, 1e300, .infinity, Double.nan])
    func `too many samples are refused`(asked: Double) {
        #expect(throws: CookFailure.self) { try ChannelLimit.checked(asked) }
    }
}
