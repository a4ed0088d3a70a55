import OperatorNetwork
import Testing

@MainActor @Suite struct ParameterSequenceBlockSizeTests {
    let network = Network()
    let base: Operator
    let page: CustomPage
    let items: ParameterSequence

    /// A page with the sequence `Items`, then `Weight`, `Spot` (x and y) and `Late`.
    init() throws {
        base = try network.create(BaseCOMP.type, in: network.root)
        page = base.parameters.customPage(named: "Page")
        try base.parameters.appendCustom("Items", style: .sequence, on: page)
        try base.parameters.appendCustom("Weight", style: .float, on: page)
        try base.parameters.appendCustom("Spot", style: .xy, on: page)
        try base.parameters.appendCustom("Late", style: .int, on: page)
        items = try #require(base.parameters.sequence(named: "Items"))
    }

    private var names: [String] { base.parameters.custom.map(\.name) }

    @Test func `the groups that follow a sequence go into its blocks with their values`() throws {
        let weight = try #require(base.parameters["Weight"])
        try weight.set(.double(3))
        try items.setBlockSize(2)
        try items.resize(to: 2)

        #expect(items.blockSize == 2)
        #expect(
            names == [
                "Items", "Items0weight", "Items0spotx", "Items0spoty", "Items1weight",
                "Items1spotx", "Items1spoty", "Late",
            ])
        #expect(weight.name == "Items0weight")
        #expect(base.parameters["Items0weight"]?.value == .double(3))
        #expect(base.parameters["Items1weight"]?.value == .double(0))
        #expect(base.parameters["Weight"] == nil)
        #expect(items.parameter("Weight", inBlock: 1)?.name == "Items1weight")
        #expect(items.group("Spot", inBlock: 1)?.name == "Items1spot")
        #expect(base.parameters.page(of: weight) === page)
    }

    @Test func `groups that leave the blocks follow the sequence again`() throws {
        try items.setBlockSize(2)
        try items.resize(to: 3)
        try base.parameters["Items0spoty"]?.set(.double(7))
        let gone = try #require(base.parameters["Items2spotx"])

        try items.setBlockSize(1)

        #expect(
            names == [
                "Items", "Items0weight", "Items1weight", "Items2weight", "Spotx", "Spoty", "Late",
            ])
        #expect(base.parameters["Spoty"]?.value == .double(7))
        #expect(!gone.isValid)
        try items.setBlockSize(0)
        try items.setBlockSize(3)
        #expect(items.blockSize == 3)
        #expect(base.parameters["Items2late"] != nil)
    }

    @Test func `what leaves blocks that are all gone is there again`() throws {
        try items.setBlockSize(1)
        try items.resize(to: 0)
        try items.setBlockSize(0)

        #expect(names == ["Items", "Weight", "Spotx", "Spoty", "Late"])
    }

    @Test func `sizes that can't be are refused, and nothing changes`() throws {
        let ext = try #require(base.parameters.sequence(named: "ext"))
        #expect(throws: ParameterError.self) { try ext.setBlockSize(2) }
        #expect(throws: ParameterError.self) { try items.setBlockSize(4) }
        #expect(throws: ParameterError.self) { try items.setBlockSize(-1) }
        try items.setBlockSize(1)
        try base.parameters.appendCustom("Weight", style: .str, on: page)
        #expect(throws: ParameterError.self) { try items.setBlockSize(0) }
        #expect(throws: ParameterError.self) { try items.setBlockSize(4) }

        #expect(names == ["Items", "Items0weight", "Spotx", "Spoty", "Late", "Weight"])
    }

    @Test func `what is said of a parameter holds for all blocks`() throws {
        try items.setBlockSize(1)
        try items.resize(to: 2)
        try base.parameters["Items1weight"]?.redefine { $0.maximum = 9 }
        try items.resize(to: 3)

        #expect(
            (0..<3).map { base.parameters["Items\($0)weight"]?.definition.maximum } == [9, 9, 9])
    }

    @Test func `a sequence with another name renames its blocks`() throws {
        try items.setBlockSize(1)
        let group = try #require(base.parameters.customGroup(named: "Items"))
        try base.parameters.rename(group, to: "Rows")

        #expect(names == ["Rows", "Rows0weight", "Spotx", "Spoty", "Late"])
        #expect(base.parameters["Items0weight"] == nil)
        #expect(base.parameters["Rows0weight"]?.definition.sequence == "Rows")
        #expect(base.parameters.removeCustom(named: "Rows"))
        #expect(base.parameters["Rows0weight"] == nil)
    }

    @Test func `blocks never take a name that another parameter bears`() throws {
        try items.setBlockSize(1)
        try base.parameters.appendCustom("Items1weight", style: .str, on: page)
        #expect(throws: ParameterError.self) { try items.resize(to: 2) }
        #expect(throws: ParameterError.self) { try items.insertBlock(at: 0) }
        #expect(items.blocks.count == 1)

        try base.parameters.appendCustom("Rows0weight", style: .str, on: page)
        let group = try #require(base.parameters.customGroup(named: "Items"))
        #expect(throws: ParameterError.self) { try base.parameters.rename(group, to: "Rows") }
        try items.setBlockSize(0)
        base.parameters.removeCustom(named: "Items1weight")
        try base.parameters.appendCustom("Items0weight", style: .str, on: page)
        #expect(throws: ParameterError.self) { try items.setBlockSize(1) }
        #expect(
            names == ["Items", "Weight", "Spotx", "Spoty", "Late", "Rows0weight", "Items0weight"])
    }

    @Test func `a copy makes room for what it brings`() throws {
        try items.setBlockSize(1)
        let other = try network.create(BaseCOMP.type, in: network.root)
        let own = other.parameters.customPage(named: "Own")
        for name in ["Spotx", "Items0weight"] {
            try other.parameters.appendCustom(name, style: .str, on: own)
        }

        other.parameters.copy(from: base.parameters)

        let copied = other.parameters.custom
        #expect(copied.map(\.name) == names)
        #expect(copied.allSatisfy { other.parameters[$0.name] === $0 && $0.style != .str })
    }

    @Test func `a definition goes into every block under its base name`() throws {
        try items.resize(to: 2)
        try items.extendBlock(with: ParameterDefinition(name: "On", label: "On", style: .toggle))
        try items.extendBlock(with: ParameterDefinition(name: "size", label: "Size", style: .int))

        #expect(names.prefix(5) == ["Items", "Items0on", "Items0size", "Items1on", "Items1size"])
        let ext = try #require(base.parameters.sequence(named: "ext"))
        for sequence in [items, ext] {
            #expect(throws: ParameterError.self) {
                try sequence.extendBlock(
                    with: ParameterDefinition(name: "on", label: "", style: .str))
            }
        }
    }
}
