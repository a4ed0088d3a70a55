import Testing

@testable import OperatorNetwork

@MainActor @Suite struct OperatorRowsTests {
    private let rows = OperatorRows(file: CatalogFile.bundled)

    @Test func `all 656 types are told`() {
        let families = Dictionary(grouping: rows.names) { rows.type(named: $0)?.family }

        #expect(rows.names.count == 656)
        #expect(
            families.mapValues(\.count) == [
                .chop: 170, .comp: 41, .dat: 74, .mat: 13, .pop: 98, .sop: 113, .top: 147,
            ])
    }

    @Test func `defaults are those that TouchDesigner tells`() throws {
        func start(_ type: String, _ name: String) throws -> ParameterValue? {
            let network = Network(catalog: OperatorCatalog(rows: rows))
            let type = try #require(rows.type(named: type))
            return try network.create(type, in: network.root).parameters[name]?.definition
                .defaultValue
        }

        #expect(try start("circleTOP", "resolutionw") == .double(256))
        #expect(try start("circleTOP", "operand") == .string("over"))
        #expect(try start("levelTOP", "highr") == .double(1))
        #expect(try start("textCOMP", "w") == .int(400))
        #expect(try start("textCOMP", "font") == .string("Verdana"))
        #expect(try start("textTOP", "aspect1") == .double(0))
    }

    @Test func `every told type is sound`() throws {
        let network = Network(catalog: OperatorCatalog(rows: rows))
        for name in rows.names {
            let type = try #require(rows.type(named: name))
            let made = try network.create(type, in: network.root)
            let parameters = made.parameters.all
            let names = parameters.map(\.name)

            #expect(type.name == name)
            #expect(type.isDeclared)
            #expect(Set(names).count == names.count, "\(name)")
            #expect(parameters.allSatisfy { $0.isDefault }, "\(name)")
            for parameter in parameters where parameter.style != .pulse {
                let value = parameter.definition.defaultValue
                #expect(throws: Never.self, "\(name).\(parameter.name)") {
                    let held = try parameter.definition.coerce(value)
                    #expect(held == value)
                }
            }
        }
    }

    @Test func `a type has its pages, labels, menus and groups`() throws {
        let noise = try #require(rows.type(named: "noiseTOP"))

        #expect(noise.label == "Noise")
        #expect(noise.pages.map(\.name) == ["Noise", "Transform", "Output", "Common"])
        let definitions = noise.pages.flatMap(\.definitions)
        let kind = try #require(definitions.first { $0.name == "type" })
        #expect(kind.style == .menu)
        #expect(kind.menuNames.prefix(2) == ["perlin2d", "perlin3d"])
        #expect(kind.defaultValue == .string("perlin2d"))
        #expect(definitions.filter { $0.group == "t" }.map(\.name) == ["tx", "ty", "tz"])
        #expect(definitions.filter { $0.group == "s" }.allSatisfy { $0.defaultValue == .double(1) })
    }

    @Test func `blocks of a sequence carry their base names`() throws {
        let network = Network()
        let type = try #require(rows.type(named: "constantCHOP"))
        let constant = try network.create(type, in: network.root)

        #expect(constant.parameters["const0name"]?.style == .str)
        #expect(constant.parameters["const0value"]?.style == .float)
        try constant.parameters["const"]?.set(.int(3))
        #expect(constant.parameters["const2value"] != nil)
    }

    @Test(arguments: [
        ("sliderCOMP", "panel"), ("geometryCOMP", "object"), ("ambientlightCOMP", "object"),
        ("windowCOMP", ""), ("baseCOMP", ""), ("noiseTOP", ""),
    ])
    func `panels and objects are told from other COMPs`(name: String, subType: String) {
        #expect(rows.type(named: name)?.subType == subType)
    }

    @Test func `names that are none have no type`() {
        for name in ["", "noise", "NoiseTOP", "noiseTOPs", "TOP", "000"] {
            #expect(rows.type(named: name) == nil)
            #expect(!rows.contains(name))
        }
    }
}
