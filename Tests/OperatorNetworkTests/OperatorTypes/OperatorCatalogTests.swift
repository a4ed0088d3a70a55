import OperatorNetwork
import Testing

@MainActor @Suite struct OperatorCatalogTests {
    @Test func `types are found by full name only`() {
        #expect(OperatorCatalog.standard["textDAT"]?.label == "Text")
        #expect(OperatorCatalog.standard["text"] == nil)
        #expect(OperatorCatalog.standard["TextDAT"] == nil)
        #expect(OperatorCatalog.standard["containerCOMP"]?.subType == "panel")
    }

    @Test func `types with behaviour come before rows, and rows fill the rest`() throws {
        let catalog = OperatorCatalog(rows: OperatorRows(file: CatalogFile.bundled))

        #expect(catalog["textDAT"]?.isDeclared == false)
        #expect(catalog["noiseTOP"]?.isDeclared == true)
        #expect(catalog["noiseTOPs"] == nil)
        #expect(catalog.names.count == 656)
        #expect(catalog.names.allSatisfy { catalog.contains($0) })
        #expect(OperatorCatalog.standard.names == OperatorCatalog.liveNames)
    }

    @Test(arguments: OperatorCatalog.liveNames)
    func `every type is sound`(name: String) throws {
        let type = try #require(OperatorCatalog.standard[name])
        let network = Network()
        let made = try network.create(type, in: network.root)
        let all = made.parameters.all
        let names = all.map(\.name)

        #expect(type.name == name)
        #expect(type.name == type.shortName + type.family.rawValue)
        #expect(made.name == type.shortName + "1")
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0 == $0.lowercased() })
        #expect(all.allSatisfy { $0.isDefault && !$0.definition.label.isEmpty })
        for parameter in all {
            #expect(throws: Never.self) {
                let held = try parameter.definition.coerce(parameter.definition.defaultValue)
                #expect(held == parameter.definition.defaultValue)
            }
            #expect(made.parameters.pageNames.contains(parameter.definition.page))
            #expect(parameter.definition.menuNames.count == parameter.definition.menuLabels.count)
        }
    }

    /// What live types have in another way than the documentation's lists: `type.parameter`, and why.
    private static let differences = [
        "containerCOMP.justifymethod": "The documentation's label has a slip of the pen.",
        "countCHOP.threshold": "The list writes the label's = as -.",
        "resampleCHOP.interp": "The documentation gives two entries one name.",
        "triggerCHOP.release": "The documentation gives a pulse the same name.",
        "triggerCHOP.threshold": "The list writes the label's = as -.",
    ]

    @Test(arguments: OperatorCatalog.liveNames)
    func `a type with behaviour has the documented parameters`(name: String) throws {
        let rows = OperatorRows(file: CatalogFile.bundled)
        let documented = try #require(rows.type(named: name)).pages.flatMap(\.definitions)
        let type = try #require(OperatorCatalog.standard[name])
        let network = Network()
        let made = try network.create(type, in: network.root)

        for expected in documented where Self.differences["\(name).\(expected.name)"] == nil {
            let found = made.parameters[expected.name]?.definition
            #expect(found != nil, "\(name) has no \(expected.name)")
            guard let found else { continue }
            // The lists give a group one label, where its parameters may have their own.
            if expected.group == expected.name {
                #expect(found.label == expected.label, "\(name).\(expected.name)")
            }
            if !expected.menuNames.isEmpty {
                #expect(found.menuNames == expected.menuNames, "\(name).\(expected.name)")
            }
        }
    }

    @Test func `a fresh Execute DAT is active and listens to nothing`() throws {
        let network = Network()
        let execute = try network.create(ExecuteDAT.type, in: network.root)

        #expect(execute.parameters["active"]?.value == .bool(true))
        for name in [
            "start", "create", "exit", "framestart", "frameend", "playstatechange",
            "devicechange", "projectpresave", "projectpostsave",
        ] {
            #expect(execute.parameters[name]?.value == .bool(false))
        }
        #expect(execute.content?.text.hasPrefix("def onStart():\n\treturn\n") == true)
    }

    @Test func `a fresh Table DAT holds one blank cell and a Text DAT nothing`() throws {
        let network = Network()
        let table = try #require(try network.create(TableDAT.type, in: network.root).content)
        let text = try #require(try network.create(TextDAT.type, in: network.root).content)

        #expect((table.table.rows, table.table.columns) == (1, 1))
        #expect(table.table.text(row: 0, column: 0) == "")
        #expect(text.text == "")
        #expect(try network.create(BaseCOMP.type, in: network.root).content == nil)
    }
}
