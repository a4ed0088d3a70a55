import Testing

@testable import OperatorNetwork

@Suite struct ChannelsTests {
    @Test func `channels made with different lengths get the longest one's`() {
        let channels = Channels([.init("a", [1, 2, 3]), .init("b", [4])])

        #expect(channels.count == 3)
        #expect(channels.channels[1].samples == [4, 0, 0])
        #expect(channels.end == 2)
    }

    @Test func `a pattern names channels in their order, a name the first one`() {
        let channels = Channels(values: [("tx", 1), ("rx", 2), ("ty", 3), ("tx", 4)])

        #expect(channels.indices(matching: Pattern("ty tx")) == [0, 2, 3])
        #expect(channels.index(of: "tx") == 0)
        #expect(channels.index(of: "TX") == nil)
    }

    @Test func `a resized channel is cut at the end or goes on with its last sample`() {
        var channels = Channels([.init("a", [1, 2, 3])])

        channels.resize(to: 5)
        #expect(channels.channels[0].samples == [1, 2, 3, 3, 3])
        channels.resize(to: 2)
        #expect(channels.channels[0].samples == [1, 2])
        channels.resize(to: -1)
        #expect(channels.count == 0)
    }
}
