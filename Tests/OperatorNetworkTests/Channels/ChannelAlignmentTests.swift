import Testing

@testable import OperatorNetwork

@Suite struct ChannelAlignmentTests {
    private static let one = Channels([.init("a", [1, 2, 3])], start: 0)
    private static let other = Channels([.init("b", [10, 20, 30, 40])], start: 2)

    @Test(arguments: [
        (
            ChannelAlignment.automatic, 0.0, [1, 2, 3, 3, 3, 3] as [Float],
            [10, 10, 10, 20, 30, 40] as [Float]
        ),
        (.trimToFirst, 0, [1, 2, 3], [10, 10, 10]),
        (.trimToSmallest, 2, [3], [10]),
        (.shiftToMinimum, 0, [1, 2, 3, 3], [10, 20, 30, 40]),
        (.shiftToMaximum, 2, [1, 1, 2, 3], [10, 20, 30, 40]),
        (.shiftToFirst, 0, [1, 2, 3], [10, 20, 30]),
        (.stretchToFirst, 0, [1, 2, 3], [10, 25, 40]),
    ])
    func `every way gives both inputs one range`(
        alignment: ChannelAlignment, start: Double, one: [Float], other: [Float]
    ) throws {
        let aligned = try alignment.apply([Self.one, Self.other])

        #expect(aligned.map(\.start) == [start, start])
        #expect(aligned[0].channels[0].samples == one)
        #expect(aligned[1].channels[0].samples == other)
    }

    @Test func `with a time slice among them the others become slices`() throws {
        var slice = Channels([.init("s", [7, 8])], start: 100)
        slice.isTimeSlice = true

        let aligned = try ChannelAlignment.automatic.apply([Self.one, slice])

        #expect(aligned[0].channels[0].samples == [3, 3])
        #expect(aligned[0].start == 100)
    }

    @Test(arguments: [1e12, 1e30, -1e300])
    func `ranges too far apart to be filled are refused, and those that need no filling are not`(
        start: Double
    ) throws {
        let far = Channels([.init("f", [1, 2])], start: start)

        for alignment in [ChannelAlignment.automatic, .extendToMinMax, .stretchToMinMax] {
            #expect(throws: CookFailure.self) { try alignment.apply([Self.one, far]) }
        }
        #expect(try ChannelAlignment.trimToFirst.apply([Self.one, far])[1].count == 3)
        #expect(try ChannelAlignment.trimToSmallest.apply([Self.one, far])[1].count == 1)
    }
}
