import Testing

@testable import OperatorNetwork

@Suite struct IntClampingTests {
    @Test(
        arguments: [
            (2.9, 2), (-2.1, -3), (0, 0), (.nan, 0), (.infinity, 9_000_000_000_000_000_000),
            (1e300, 9_000_000_000_000_000_000), (-1e300, -9_000_000_000_000_000_000),
        ] as [(Double, Int)])
    func `every number has a whole one`(number: Double, whole: Int) {
        #expect(Int(clamping: number) == whole)
    }
}
