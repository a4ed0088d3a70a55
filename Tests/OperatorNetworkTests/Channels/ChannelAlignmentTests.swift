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
    ) {
        let aligned = alignment.apply([Self.one, Self.other])

        #expect(aligned.map(\.start) == [start, start])
        #expect(aligned[0].channels[0].samples == one)
        #expect(aligned[1].channels[0].samples == other)
    }

    @Test func `with a time slice among them the others become slices`() {
        var slice = Channels([.init("s", [7, 8])], start: 100)
        slice.isTimeSlice = true

        let aligned = ChannelAlignment.automatic.apply([Self.one, slice])

        #expect(aligned[0].channels[0].samples == [3, 3])
        #expect(aligned[0].start == 100)
    }
}
