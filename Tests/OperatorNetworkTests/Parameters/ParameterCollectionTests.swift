import OperatorNetwork
import Testing

@MainActor @Suite struct ParameterCollectionTests {
    let network = Network()
    let base: Operator

    init() throws {
        base = try network.create(BaseCOMP.type, in: network.root)
    }

    @Test func `a name gives the same parameter every time, exactly`() {
        #expect(base.parameters["opshortcut"] != nil)
        #expect(base.parameters["opshortcut"] === base.parameters["opshortcut"])
        #expect(base.parameters["Opshortcut"] == nil)
        #expect(base.parameters[""] == nil)
    }

    @Test(arguments: [
        ("extension1", "ext0object"), ("extname1", "ext0name"),
        ("promoteextension1", "ext0promote"),
    ])
    func `old extension names give the present parameters`(old: String, present: String) {
        #expect(base.parameters[old] != nil)
        #expect(base.parameters[old] === base.parameters[present])
    }

    @Test(arguments: [
        "extension0", "extension2", "extension", "extension-1", "extensionx",
        "extension99999999999999999999",
    ])
    func `old names without a block give nothing`(name: String) {
        #expect(base.parameters[name] == nil)
    }

    @Test func `old names reach further blocks once they exist`() throws {
        try base.parameters["ext"]?.set(.int(2))

        #expect(base.parameters["extension2"] === base.parameters["ext1object"])
    }

    @Test func `an old name means nothing to a type without extensions`() throws {
        let text = try network.create(TextDAT.type, in: network.root)

        #expect(text.parameters["extension1"] == nil)
        #expect(text.parameters["extension"] != nil)
    }

    @Test func `all parameters come in the order of their pages`() {
        let names = base.parameters.all.map(\.name)

        #expect(
            names.prefix(6) == [
                "reinitextensions", "initextonstart", "ext", "ext0object", "ext0name",
                "ext0promote",
            ])
        #expect(names.contains("iop0shortcut"))
        #expect(base.parameters.pageNames == ["Extensions", "Common"])
        #expect(base.parameters.parameters(onPage: "Extensions").count == 6)
        #expect(base.parameters.parameters(onPage: "None").isEmpty)
    }

    @Test func `patterns select parameters`() {
        let names = base.parameters.matching(Pattern("ext0* ^*promote")).map(\.name)

        #expect(names == ["ext0object", "ext0name"])
    }

    @Test func `groups gather components`() throws {
        let container = try network.create(ContainerCOMP.type, in: network.root)

        let group = try #require(container.parameters.group(named: "bgcolor"))

        #expect(group.parameters.map(\.name) == ["bgcolorr", "bgcolorg", "bgcolorb"])
        #expect(group.parameters.map(\.definition.componentIndex) == [0, 1, 2])
        #expect(group.parameters[0].style == .rgba)
        #expect(container.parameters.group(named: "w")?.parameters.count == 1)
        #expect(container.parameters.group(named: "none") == nil)
        #expect(
            container.parameters.groups.flatMap(\.parameters).map(\.name)
                == container.parameters.all.map(\.name))
    }
}
