import OperatorNetwork
import Testing

@MainActor @Suite struct ParameterCollectionRedefiningTests {
    let network = Network()
    let base: Operator
    let page: CustomPage

    init() throws {
        base = try network.create(BaseCOMP.type, in: network.root)
        page = base.parameters.customPage(named: "Page")
    }

    private var parameters: ParameterCollection { base.parameters }
    private var names: [String] { parameters.custom.map(\.name) }

    @Test func `a group gets another name and keeps its values`() throws {
        let group = try parameters.appendCustom("Spot", style: .xyz, on: page)
        try group.parameters[1].set(.double(2))

        try parameters.rename(group, to: "Place")

        #expect(names == ["Placex", "Placey", "Placez"])
        #expect(parameters["Placey"]?.value == .double(2))
        #expect(parameters["Spoty"] == nil)
        #expect(parameters.group(named: "Place")?.parameters.count == 3)
        try parameters.appendCustom("Other", style: .int, on: page)
        let renamed = try #require(parameters.customGroup(named: "Place"))
        for bad in ["Other", "place", "", "A_b"] {
            #expect(throws: ParameterError.self) { try parameters.rename(renamed, to: bad) }
        }
        #expect(names == ["Placex", "Placey", "Placez", "Other"])
    }

    @Test func `a group moves to another page, with the blocks of a sequence`() throws {
        let group = try parameters.appendCustom("Items", style: .sequence, on: page)
        try parameters.appendCustom("Weight", style: .float, on: page)
        try parameters.sequence(named: "Items")?.setBlockSize(1)
        let other = parameters.customPage(named: "Other")

        try parameters.move(group, to: other)

        #expect(page.groups.isEmpty)
        #expect(parameters.parameters(onPage: "Other").map(\.name) == ["Items", "Items0weight"])
        let stranger = try network.create(BaseCOMP.type, in: network.root)
        #expect(throws: ParameterError.self) {
            try parameters.move(group, to: stranger.parameters.customPage(named: "X"))
        }
    }

    @Test func `order sorts a page and size adds or takes numbers`() throws {
        try parameters.appendCustom("First", style: .int, on: page)
        let second = try parameters.appendCustom("Second", style: .float, on: page)
        try second.parameters[0].set(.double(4))

        try parameters.setOrder(-1, of: second)
        #expect(names == ["Second", "First"])
        try parameters.resize(second, to: 3)
        #expect(names == ["Second1", "Second2", "Second3", "First"])
        #expect(parameters["Second1"]?.value == .double(4))
        let three = try #require(parameters.customGroup(named: "Second"))
        try parameters.resize(three, to: 1)
        #expect(names == ["Second", "First"])
        #expect(!three.parameters[2].isValid)
        let one = try #require(parameters.customGroup(named: "Second"))
        for bad in [0, 5, -1] {
            #expect(throws: ParameterError.self) { try parameters.resize(one, to: bad) }
        }
        let text = try parameters.appendCustom("Text", style: .str, on: page)
        #expect(throws: ParameterError.self) { try parameters.resize(text, to: 2) }
    }

    @Test func `what is destroyed is gone: a group, or the block it stands in`() throws {
        let group = try parameters.appendCustom("Spot", style: .xy, on: page)
        try parameters.destroy(group)
        #expect(names.isEmpty)
        #expect(!group.parameters[0].isValid)

        let ext = try #require(parameters.sequence(named: "ext"))
        try ext.resize(to: 2)
        let name = try #require(parameters["ext1name"])
        try parameters.destroy(parameters.group(of: name))
        #expect(ext.blocks.count == 1)
        let toggle = try #require(parameters["initextonstart"])
        #expect(throws: ParameterError.self) {
            try parameters.destroy(parameters.group(of: toggle))
        }
        let last = try #require(parameters["ext0name"])
        #expect(throws: ParameterError.self) { try parameters.destroy(parameters.group(of: last)) }
    }

    @Test func `a group is made like another one of any operator`() throws {
        let source = try parameters.appendCustom("Spot", style: .rgb, label: "A spot", on: page)
        try source.parameters[0].redefine { $0.maximum = 9 }
        try source.parameters[0].set(.double(5))
        let other = try network.create(BaseCOMP.type, in: network.root)
        let place = other.parameters.customPage(named: "Mine")

        let made = try other.parameters.appendCustom("spot_2", like: source, on: place)

        #expect(made.parameters.map(\.name) == ["Spot2r", "Spot2g", "Spot2b"])
        #expect(made.parameters[0].definition.maximum == 9)
        #expect(made.parameters[0].definition.label == "A spot")
        #expect(made.parameters[0].value == .double(5))
        let plain = try other.parameters.appendCustom("plain", like: nil, on: place)
        #expect(plain.parameters.map(\.style) == [.float])
    }
}
