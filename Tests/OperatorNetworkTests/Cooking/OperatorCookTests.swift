import OperatorNetwork
import Testing

@MainActor @Suite struct OperatorCookTests {
    let network = Network()
    let clock = StillClock()

    init() {
        network.clock = clock
    }

    final class StillClock: CookClock {
        var now = CookTime()

        func time(of node: Operator) -> CookTime { now }
        var sinceFrameStart: Double { 0.001 }
    }

    private func join(_ name: String, value: Double = 0) throws -> Operator {
        let made = try network.create(TestTypes.join, named: name, in: network.root)
        try made.parameters["value"]?.set(.double(value))
        return made
    }

    private func cooks(_ node: Operator) -> Int { node.cookState.statistics.totalCooks }

    @Test func `an operator cooks when it is read, and again only after a change`() throws {
        let node = try join("a", value: 1)
        #expect(cooks(node) == 0)

        #expect(node.content?.text == "1.0")
        #expect(node.content?.text == "1.0")
        #expect(cooks(node) == 1)
        try node.parameters["value"]?.set(.double(2))
        #expect(cooks(node) == 1)

        #expect(node.content?.text == "2.0")
        #expect(cooks(node) == 2)
    }

    @Test func `inputs and operators that parameters name are cooked first`() throws {
        let (source, named, reader) = (try join("a", value: 1), try join("b"), try join("c"))
        try network.connect(of: source, toInput: 0, of: reader)
        try reader.parameters["other"]?.set(.string("b"))

        #expect(reader.content?.text == "0.0 1.0 0.0")
        try named.parameters["value"]?.set(.double(5))

        #expect(reader.content?.text == "0.0 1.0 5.0")
        #expect([source, named, reader].map(cooks) == [1, 2, 2])
        network.disconnect(input: 0, of: reader)
        #expect(reader.content?.text == "0.0 5.0")
    }

    @Test func `a cell written in a table cooks what reads the table`() throws {
        let table = try network.create(TableDAT.type, named: "table", in: network.root)
        let reader = try join("a")
        try reader.parameters["other"]?.set(.string("table"))
        _ = reader.content

        try table.content?.table.setText("x", row: 0, column: 0)

        #expect(reader.content?.text == "0.0 x")
        try table.content?.setText("y")
        #expect(reader.content?.text == "0.0 y")
        #expect(cooks(reader) == 3)
    }

    @Test func `what asks for the time cooks once in each frame in which it is read`() throws {
        let node = try join("a")
        try node.parameters["frame"]?.set(.bool(true))
        _ = node.content

        for frame in 1...3 {
            clock.now.absoluteFrame = frame
            network.noteTime()
        }

        #expect(node.content?.text == "3")
        #expect(node.content?.text == "3")
        #expect(cooks(node) == 2)
    }

    @Test func `a bypassed operator lets its first input through`() throws {
        let (source, node) = (try join("a", value: 1), try join("b", value: 2))
        try network.connect(of: source, toInput: 0, of: node)

        node.flags.insert(.bypass)

        #expect(node.content?.text == "1.0")
        node.flags.remove(.bypass)
        #expect(node.content?.text == "2.0 1.0")
    }

    @Test func `a locked operator keeps its content`() throws {
        let node = try join("a", value: 1)
        _ = node.content
        node.flags.insert(.lock)

        try node.parameters["value"]?.set(.double(2))

        #expect(node.content?.text == "1.0")
        node.flags.remove(.lock)
        #expect(node.content?.text == "2.0")
    }

    @Test func `nothing cooks inside a COMP that does not allow it`() throws {
        let outer = try network.create(BaseCOMP.type, named: "outer", in: network.root)
        let node = try network.create(TestTypes.join, named: "a", in: outer)
        _ = node.content
        outer.flags.remove(.allowCooking)

        try node.parameters["value"]?.set(.double(2))

        #expect(node.content?.text == "0.0")
        outer.flags.insert(.allowCooking)
        #expect(node.content?.text == "2.0")
    }

    @Test func `cook does nothing unless something changed, or it is forced`() throws {
        let node = try join("a")
        node.cook()
        node.cook()
        #expect(cooks(node) == 1)

        node.cook(force: true)

        #expect(cooks(node) == 2)
        network.root.cook(force: true, recurse: true)
        #expect(cooks(node) == 3)
        #expect(cooks(network.root) == 1)
    }

    @Test func `operators that need each other are told as a loop, and keep what they have`()
        throws
    {
        let (one, two) = (try join("one", value: 1), try join("two", value: 2))
        try one.parameters["other"]?.set(.string("two"))
        try two.parameters["other"]?.set(.string("one"))

        _ = one.content

        let warnings = one.cookState.messages(.warning) + two.cookState.messages(.warning)
        #expect(warnings.contains { $0.hasPrefix("Cook dependency loop detected") })
        try two.parameters["other"]?.set(.string(""))
        #expect(one.content?.text == "1.0 2.0")
        #expect(one.cookState.messages(.warning).isEmpty)
        #expect(two.cookState.messages(.warning).isEmpty)
    }

    @Test func `what a cook complains of stays until the next cook`() throws {
        let node = try join("a", value: 13)
        _ = node.content
        #expect(node.cookState.messages(.error) == ["13 brings bad luck."])

        try node.parameters["value"]?.set(.double(14))
        _ = node.content

        #expect(node.cookState.messages(.error).isEmpty)
        #expect(node.cookState.messages(.warning) == ["14 is near 13."])
    }

    @Test func `a pulse reaches the operator's cooking and brings a cook`() throws {
        let node = try join("a")
        _ = node.content

        node.parameters["press"]?.pulse()
        _ = node.content

        #expect((node.cookState.cooking() as? JoinCooking)?.pulses == 1)
        #expect(cooks(node) == 2)
    }

    @Test func `channels are cooked through a chain of wires of any length`() throws {
        let count = 5000
        var last = try network.create(TestTypes.add, named: "n0", in: network.root)
        let first = last
        for index in 1..<count {
            let next = try network.create(TestTypes.add, named: "n\(index)", in: network.root)
            try network.connect(of: last, toInput: 0, of: next)
            last = next
        }
        try first.parameters["value"]?.set(.double(3))

        #expect(last.channels?.channels.first?.samples == [3])
        #expect(cooks(last) == 1)
        try first.parameters["value"]?.set(.double(4))
        #expect(last.channels?.channels.first?.samples == [4])
        #expect(cooks(first) == 2)
    }

    @Test func `a long chain of operators that name each other needs no deep stack`() throws {
        let count = 3000
        var last = try join("n0", value: 1)
        let first = last
        for index in 1..<count {
            last = try join("n\(index)")
            try last.parameters["other"]?.set(.string("n\(index - 1)"))
        }

        #expect(last.content?.text.hasSuffix("1.0") == true)
        try first.parameters["value"]?.set(.double(2))

        #expect(last.content?.text.hasSuffix("2.0") == true)
        #expect(cooks(first) == 2)
        #expect(cooks(last) == 2)
    }

    @Test func `times are measured`() throws {
        let node = try join("a")
        clock.now.absoluteFrame = 7
        clock.now.frame = 5
        _ = node.content

        let statistics = node.cookState.statistics

        #expect(statistics.absoluteFrame == 7)
        #expect(statistics.frame == 5)
        #expect(statistics.start == 1)
        #expect(statistics.duration > 0)
        #expect(statistics.end == statistics.start + statistics.duration)
    }
}
