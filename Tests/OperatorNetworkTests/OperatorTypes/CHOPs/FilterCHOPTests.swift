import Testing

@testable import OperatorNetwork

@MainActor @Suite struct FilterCHOPTests {
    private func filter(_ kind: String, _ samples: [Float]) throws -> [Float] {
        try ChannelStage(
            FilterCHOP.type, FilterCHOP.cook,
            [
                "type": .string(kind), "timeslice": .bool(false), "width": .double(3),
                "widthunit": .string("samples"),
            ], inputs: [Channels([.init("a", samples)])]
        ).cook().channels[0].samples
    }

    @Test func `a box is the mean of its width`() throws {
        #expect(try filter("box", [0, 0, 3, 0, 0]) == [0, 1, 1, 1, 0])
        #expect(try filter("halfbox", [0, 0, 3, 0, 0, 0]) == [0, 0, 1, 1, 1, 0])
    }

    @Test func `what is constant stays, an edge filter finds nothing in it`() throws {
        for kind in ["gauss", "halfgauss", "box", "sharpen", "despike"] {
            #expect(try filter(kind, [2, 2, 2, 2]).allSatisfy { abs($0 - 2) < 1e-5 }, "\(kind)")
        }
        #expect(try filter("edge", [2, 2, 2, 2]).allSatisfy { abs($0) < 1e-5 })
    }

    @Test func `a spike goes, a step stays`() throws {
        #expect(try filter("despike", [0, 0, 9, 0, 0, 5, 5]) == [0, 0, 0, 0, 0, 5, 5])
    }

    @Test func `over time a box reaches a new value in its width`() throws {
        let stage = try ChannelStage(
            FilterCHOP.type, FilterCHOP.cook,
            [
                "type": .string("halfbox"), "width": .double(4), "widthunit": .string("samples"),
            ])

        let values = try stage.values(6, feeding: [0, 1, 1, 1, 1, 1])

        #expect(values == [0, 0.25, 0.5, 0.75, 1, 1])
    }

    @Test func `the One Euro filter is quiet at rest and comes to its goal`() throws {
        let stage = try ChannelStage(
            FilterCHOP.type, FilterCHOP.cook, ["type": .string("oneeuro")])

        let values = try stage.values(300, feeding: [0] + Array(repeating: 1, count: 299))

        #expect(values[0] == 0)
        #expect(values[1] > 0 && values[1] < 1)
        #expect(abs(values[299] - 1) < 0.01)
    }
}
