import Testing

@testable import OperatorNetwork

@Suite struct DurationSecondsTests {
    @Test func `whole and broken seconds both count`() {
        #expect(Duration.milliseconds(-2500).inSeconds == -2.5)
        #expect(Duration.seconds(3).inSeconds == 3)
    }
}
