import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ShiftCHOPTests {
    private let input = Channels([.init("a", [1, 2, 3, 4])], start: 10)

    @Test func `the start or the end is moved, relative or absolute`() throws {
        let stage = try ChannelStage(
            ShiftCHOP.type, ShiftCHOP.cook, ["start": .double(5)], inputs: [input])
        #expect(try stage.cook().start == 15)

        try stage.set("relative", .string("abs"))
        #expect(try stage.cook().start == 5)
        try stage.set("reference", .string("refend"))
        try stage.set("end", .double(20))
        #expect(try stage.cook().start == 17)
    }

    @Test func `scrolled samples come in again on the other side`() throws {
        let stage = try ChannelStage(
            ShiftCHOP.type, ShiftCHOP.cook, ["scroll": .double(1)], inputs: [input])

        #expect(try stage.cook().channels[0].samples == [4, 1, 2, 3])
    }
}
