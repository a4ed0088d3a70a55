import OperatorNetwork
import Testing

@MainActor @Suite struct NetworkCopyingTests {
    let network = Network()
    let source: Operator

    init() throws {
        source = try network.create(BaseCOMP.type, named: "source", in: network.root)
    }

    @Test func `a copy takes parameters, content, flags and looks along`() throws {
        let text = try network.create(TextDAT.type, named: "code", in: source)
        try text.content?.setText("x = 1")
        try text.parameters["file"]?.set(.string("code.py"))
        text.flags.insert(.bypass)
        text.comment = "note"
        text.tags = ["a", "b"]
        text.nodeX = 40
        text.color = OperatorColor(red: 1, green: 0, blue: 0)
        text.origin = SourceOrigin(file: "code.py", line: 3)
        text.peer = UnsafeMutableRawPointer(bitPattern: 16)

        let copy = try network.copy(source, into: network.root)
        let twin = try #require(copy.child(named: "code"))

        #expect(copy.path == "/source1")
        #expect(twin.content?.text == "x = 1")
        #expect(twin.parameters["file"]?.value == .string("code.py"))
        #expect(twin.flags.contains(.bypass))
        #expect(twin.comment == "note")
        #expect(twin.tags == ["a", "b"])
        #expect(twin.nodeX == 40)
        #expect(twin.color == text.color)
        #expect(twin.origin == text.origin)
        #expect(twin.peer == nil)
        #expect(twin.id != text.id)
    }

    @Test func `an operator copied by itself and inside its COMP is joined once in each copy`()
        throws
    {
        let one = try network.create(TextDAT.type, named: "one", in: source)
        let two = try network.create(TableDAT.type, named: "two", in: source)
        try network.connect(of: one, toInput: 0, of: two)
        try network.dock(two, to: one)

        let copies = try network.copy([two, source, one, one], into: network.root)
        let inside = try #require(copies[1].child(named: "two"))

        #expect(inside.inputWires.map { $0.source.path } == ["/source1/one"])
        #expect(inside.dock?.path == "/source1/one")
        #expect(copies[0].inputWires.map { $0.source.path } == ["/one"])
        #expect(copies[2].outputWires.map { $0.target.path } == ["/two"])
        #expect(copies[3].outputWires.isEmpty && copies[3].docked.isEmpty)
    }

    @Test func `a copy is independent of its source`() throws {
        let text = try network.create(TextDAT.type, named: "code", in: source)
        let copy = try network.copy(text, into: source)

        try copy.content?.setText("changed")
        try copy.parameters["file"]?.set(.string("other.py"))

        #expect(text.content?.text == "")
        #expect(text.parameters["file"]?.value == .string(""))
    }

    @Test func `custom parameters and sequences come along`() throws {
        let page = source.parameters.customPage(named: "Controls")
        let speed = try source.parameters.appendCustom("Speed", style: .float, on: page)
        try speed.parameters[0].set(.double(2.5))
        try speed.parameters[0].redefine { $0.maximum = 10 }
        try source.parameters["ext"]?.set(.int(2))
        try source.parameters["ext1object"]?.set(.string("Ext(me)"))
        let items = try source.parameters.appendCustom("Items", style: .sequence, on: page)
        let sequence = try #require(source.parameters.sequence(named: "Items"))
        try source.parameters.appendCustom("Label", style: .str, on: page)
        try sequence.setBlockSize(1)
        try items.parameters[0].set(.int(3))
        try source.parameters["Items2label"]?.set(.string("third"))

        let copy = try network.copy(source, into: network.root, named: "copy")

        #expect(copy.parameters["Speed"]?.value == .double(2.5))
        #expect(copy.parameters["Speed"]?.definition.maximum == 10)
        #expect(copy.parameters.customPages.map(\.name) == ["Controls"])
        #expect(copy.parameters["ext1object"]?.value == .string("Ext(me)"))
        #expect(copy.parameters["Items2label"]?.value == .string("third"))
        #expect(copy.parameters["Speed"] !== source.parameters["Speed"])
        #expect(copy.parameters["Speed"]?.owner === copy)
    }

    @Test func `one change is told for a whole tree`() throws {
        _ = try network.create(TextDAT.type, named: "code", in: source)
        let recorder = ChangeRecorder()
        network.observer = recorder

        _ = try network.copy(source, into: network.root)

        #expect(recorder.lines == ["copied /source1 from /source"])
    }

    @Test func `wires and docks inside are kept, those to the outside are not`() throws {
        let first = try network.create(TableDAT.type, named: "first", in: source)
        let second = try network.create(TableDAT.type, named: "second", in: source)
        let third = try network.create(TableDAT.type, named: "third", in: source)
        try network.connect(of: first, toInput: 0, of: second)
        try network.connect(of: second, toInput: 0, of: third)
        try network.dock(third, to: second)

        let whole = try network.copy(source, into: network.root)
        let pair = try network.copy([second, third], into: source)

        #expect(whole.child(named: "second")?.inputs.map(\.path) == ["/source1/first"])
        #expect(whole.child(named: "first")?.outputs.map(\.path) == ["/source1/second"])
        #expect(whole.child(named: "third")?.dock?.path == "/source1/second")
        #expect(pair[0].inputs.isEmpty)
        #expect(pair[1].inputs.map(\.path) == [pair[0].path])
        #expect(pair[1].dock === pair[0])
        #expect(first.outputs.map(\.path) == ["/source/second"])
    }

    @Test func `a COMP can be copied into itself`() throws {
        _ = try network.create(TextDAT.type, named: "code", in: source)

        let copy = try network.copy(source, into: source)

        #expect(copy.path == "/source/source")
        #expect(copy.children.map(\.name) == ["code"])
        #expect(source.children.map(\.name) == ["code", "source"])
    }

    @Test func `a copy goes into a COMP only and its name must be legal`() throws {
        let text = try network.create(TextDAT.type, in: network.root)

        #expect(throws: NetworkError.self) { try network.copy(source, into: text) }
        #expect(throws: NetworkError.self) {
            try network.copy(text, into: source, named: "a b")
        }
        #expect(source.children.isEmpty)
    }

    @Test func `an operator can be copied from another network`() throws {
        let other = Network()
        let text = try other.create(TextDAT.type, named: "code", in: other.root)
        try text.content?.setText("y")

        let copy = try network.copy(text, into: source)

        #expect(copy.content?.text == "y")
        #expect(copy.network === network)
    }

    @Test func `ten thousand levels are copied and walked without overflowing the stack`() throws {
        var deepest = source
        for _ in 0..<10_000 { deepest = try network.create(BaseCOMP.type, in: deepest) }

        let copy = try network.copy(source, into: network.root)

        #expect(copy.descendants.map(\.depth).max() == 10_000)
        #expect(deepest.path.utf8.count == "/source".utf8.count + 10_000 * "/base1".utf8.count)
        #expect(deepest.isInside(source))
    }

    @Test func `what the storage starts with comes along`() throws {
        let text = try network.create(TextDAT.type, named: "code", in: source)
        text.startStorage = [NamedValue("count", .int(3))]

        let copy = try network.copy(source, into: network.root)
        let changed = try network.changeType(of: text, to: TableDAT.type)

        #expect(copy.child(named: "code")?.startStorage == [NamedValue("count", .int(3))])
        #expect(changed.startStorage == [NamedValue("count", .int(3))])
    }
}
