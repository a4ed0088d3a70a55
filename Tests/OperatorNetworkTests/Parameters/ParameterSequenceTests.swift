import OperatorNetwork
import Testing

@MainActor @Suite struct ParameterSequenceTests {
    let network = Network()
    let base: Operator
    let ext: ParameterSequence

    init() throws {
        base = try network.create(BaseCOMP.type, in: network.root)
        ext = try #require(base.parameters.sequence(named: "ext"))
    }

    private func setObjects(_ texts: String...) throws {
        try ext.resize(to: texts.count)
        for (number, text) in texts.enumerated() {
            try ext.parameter("object", inBlock: number)?.set(.string(text))
        }
    }

    private var objects: [String] {
        ext.blocks.indices.compactMap { base.parameters["ext\($0)object"]?.value.text }
    }

    @Test func `a fresh COMP has one block of each sequence`() {
        #expect(ext.blocks.count == 1)
        #expect(base.parameters["ext0promote"]?.value == .bool(false))
        #expect(base.parameters["iop0op"] != nil)
        #expect(base.parameters["ext1object"] == nil)
        #expect(base.parameters["ext"]?.isDefault == true)
    }

    @Test func `growing makes parameters and shrinking takes them`() throws {
        try base.parameters["ext"]?.set(.int(3))
        let last = try #require(base.parameters["ext2object"])
        #expect(ext.blocks.count == 3)

        try ext.resize(to: 2)

        #expect(base.parameters["ext2object"] == nil)
        #expect(!last.isValid)
        #expect(base.parameters["ext"]?.value == .int(2))
        #expect(base.parameters["ext1object"]?.definition.blockIndex == 1)
    }

    @Test func `a built-in sequence keeps one block and none grows without end`() throws {
        try ext.resize(to: 0)
        #expect(ext.blocks.count == 1)
        try base.parameters["ext"]?.set(.int(-5))
        #expect(ext.blocks.count == 1)

        #expect(throws: ParameterError.self) { try ext.resize(to: .max) }
        #expect(throws: ParameterError.self) { try base.parameters["ext"]?.set(.int(.max)) }
        #expect(base.parameters["ext"]?.value == .int(1))
    }

    @Test(arguments: [-1, 0, 1]) func `a sequence's number is that of its blocks`(wish: Int) throws
    {
        try base.parameters["ext"]?.set(.int(wish))

        #expect(base.parameters["ext"]?.value == .int(ext.blocks.count))
    }

    @Test func `blocks are inserted, removed and moved with their values`() throws {
        try setObjects("a", "b", "c")

        try ext.insertBlock(at: 1)
        #expect(objects == ["a", "", "b", "c"])
        try ext.removeBlock(at: 0)
        #expect(objects == ["", "b", "c"])
        try ext.moveBlock(from: 2, to: 0)
        #expect(objects == ["c", "", "b"])
        #expect(base.parameters["ext"]?.value == .int(3))
        #expect(base.parameters["ext3object"] == nil)
    }

    @Test func `blocks that don't exist are refused`() throws {
        try setObjects("a", "b")

        #expect(throws: ParameterError.self) { try ext.insertBlock(at: 3) }
        #expect(throws: ParameterError.self) { try ext.removeBlock(at: 2) }
        #expect(throws: ParameterError.self) { try ext.moveBlock(from: 0, to: 2) }
        #expect(throws: ParameterError.self) { try ext.moveBlock(from: -1, to: 0) }
        try ext.removeBlock(at: 1)
        #expect(throws: ParameterError.self) { try ext.removeBlock(at: 0) }
        #expect(ext.parameter("object", inBlock: 5) == nil)
        #expect(ext.parameter("none", inBlock: 0) == nil)
    }

    @Test func `changes are told as a redefinition`() throws {
        let recorder = ChangeRecorder()
        network.observer = recorder

        try base.parameters["ext"]?.set(.int(2))
        try base.parameters["ext1name"]?.set(.string("Foo"))

        #expect(recorder.lines == ["redefined /base1", "parameter /base1 ext1name"])
    }

    @Test func `several blocks move together and all may get another order`() throws {
        try setObjects("a", "b", "c", "d")

        try ext.moveBlock(from: 0, to: 2, count: 2)
        #expect(objects == ["c", "d", "a", "b"])
        try ext.reorder([3, 0, 2, 1])
        #expect(objects == ["b", "c", "a", "d"])

        #expect(throws: ParameterError.self) { try ext.reorder([0, 1, 2]) }
        #expect(throws: ParameterError.self) { try ext.reorder([0, 1, 2, 2]) }
        #expect(throws: ParameterError.self) { try ext.moveBlock(from: 2, to: 0, count: 3) }
        #expect(throws: ParameterError.self) { try ext.moveBlock(from: 0, to: 3, count: 2) }
        #expect(objects == ["b", "c", "a", "d"])
    }

    @Test func `groups of a block are found by their base names`() {
        #expect(ext.blockSize == 3)
        #expect(ext.groups(inBlock: 0).map(\.name) == ["ext0object", "ext0name", "ext0promote"])
        #expect(ext.group("name", inBlock: 0)?.parameters.map(\.name) == ["ext0name"])
        #expect(ext.group("Name", inBlock: 0) == nil)
        #expect(base.parameters.group(named: "ext0name")?.name == "ext0name")
    }
}
