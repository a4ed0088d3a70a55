import Testing

@testable import OperatorNetwork

@MainActor @Suite struct TimeSliceCHOPTests {
    @Test func `in between dropped frames values lie on the way`() throws {
        let stage = try ChannelStage(TimeSliceCHOP.type, TimeSliceCHOP.cook)
        stage.inputs = [Channels(values: [("a", 0)])]
        _ = try stage.next()
        stage.inputs = [Channels(values: [("a", 4)])]

        let slice = try stage.next(4)

        #expect(slice.isTimeSlice)
        #expect(slice.channels[0].samples == [1, 2, 3, 4])
    }
}
