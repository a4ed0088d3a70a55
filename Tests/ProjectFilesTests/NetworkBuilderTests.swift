import OperatorNetwork
import Testing

@testable import ProjectFiles

@MainActor @Suite struct NetworkBuilderTests {
    private let place = SourcePlace(file: "show.tdn", line: 7)

    private func described(
        _ name: String, _ type: String, _ change: (inout OperatorDescription) -> Void = { _ in }
    ) -> OperatorDescription {
        var description = OperatorDescription(name: name, type: type, place: place)
        change(&description)
        return description
    }

    private func project(_ children: [OperatorDescription]) -> ProjectDescription {
        ProjectDescription(
            name: "show", file: "show.tdn", folder: "/", networkPath: "/project1/inner",
            target: described("inner", "baseCOMP") { $0.children = children })
    }

    @Test func `everything that is described stands there`() throws {
        let network = Network()
        let target = try NetworkBuilder(network).build(
            project([
                described("b", "tableDAT") {
                    $0.inputs = ["a"]
                    $0.dock = "a"
                },
                described("a", "tableDAT") {
                    $0.content = .table([["1", "2"]])
                    $0.position = [10.4, -20]
                    $0.tags = ["x"]
                    $0.comment = "note"
                    $0.flags = [FlagSetting("bypass", true)]
                    $0.storage = [NamedValue("count", .int(3))]
                },
            ]))

        #expect(target.path == "/project1/inner")
        let (a, b) = (target.child(named: "a"), target.child(named: "b"))
        #expect(b?.inputs.map(\.name) == ["a"])
        #expect(b?.dock === a)
        #expect(a?.content?.table.texts(of: 0, along: .rows) == ["1", "2"])
        #expect(a?.nodeX == 10)
        #expect(a?.nodeY == -20)
        #expect(a?.tags == ["x"])
        #expect(a?.comment == "note")
        #expect(a?.flags.contains(.bypass) == true)
        #expect(a?.startStorage == [NamedValue("count", .int(3))])
    }

    @Test func `parents that are there already are kept`() throws {
        let network = Network()
        let parent = try network.create(BaseCOMP.type, named: "project1", in: network.root)
        parent.comment = "mine"

        let target = try NetworkBuilder(network).build(project([]))

        #expect(target.parent === parent)
        #expect(parent.comment == "mine")
    }

    @Test(arguments: [
        ("tableDat", "It is spelled tableDAT."), ("nothingDAT", "Types are spelled as in"),
    ])
    func `an unknown type is refused with its line`(type: String, suggestion: String) {
        let error = #expect(throws: ProjectError.self) {
            try NetworkBuilder(Network()).build(project([described("a", type)]))
        }

        #expect(error?.file == "show.tdn")
        #expect(error?.line == 7)
        #expect(error?.suggestion.hasPrefix(suggestion) == true)
    }

    @Test func `a COMP that can't be made whole leaves nothing behind`() throws {
        let network = Network()
        let wired = described("a", "tableDAT") { $0.inputs = ["gone"] }

        let error = #expect(throws: ProjectError.self) {
            try NetworkBuilder(network).add(project([wired]), to: network.root)
        }

        #expect(error?.reason.contains("names 'gone', which is not there") == true)
        #expect(network.count == 1)
    }

    @Test func `an added COMP takes the next number when its name is taken`() throws {
        let network = Network()
        _ = try network.create(BaseCOMP.type, named: "inner", in: network.root)

        let made = try NetworkBuilder(network).add(project([]), to: network.root)

        #expect(made.name == "inner1")
    }

    @Test(arguments: [1e300, -1e300, Double.nan, .infinity])
    func `no position ends the program`(number: Double) throws {
        let far = described("a", "tableDAT") {
            $0.position = [number, number]
            $0.size = [number, number]
        }

        let target = try NetworkBuilder(Network()).build(project([far]))

        #expect(abs(target.children[0].nodeX) <= 1_000_000_000)
    }

    /// A network built from a text, and what was left out of it.
    private func build(_ text: String) throws -> (target: Operator, notices: [String], Network) {
        let network = Network.complete
        let builder = NetworkBuilder(network)
        let target = try builder.build(ScratchFolder().network(text))
        return (target, builder.notices.map(\.text), network)
    }

    @Test func `comp_inputs tie a COMP below another one`() throws {
        let (target, _, network) = try build(
            """
            operators:
            - {name: below, type: containerCOMP, comp_inputs: [above]}
            - {name: above, type: containerCOMP}

            """)
        let below = try #require(target.child(named: "below"))

        #expect(below.componentAbove === target.child(named: "above"))
        #expect(try NetworkReader().read(target).children.first?.compInputs == ["above"])
        #expect(network.count == 4)
    }

    @Test func `a menu's entry may be named by its number in quotes`() throws {
        let (target, _, network) = try build(
            """
            custom_pars:
              Page:
              - {name: Mode, style: Menu, menuNames: [slow, fast], default: '1'}
              - {name: Digits, style: Menu, menuNames: ['1', '0'], default: '1'}
            operators: []

            """)

        #expect(target.parameters["Mode"]?.value == .string("fast"))
        #expect(target.parameters["Digits"]?.value == .string("1"))
        #expect(network.count == 2)
    }

    @Test func `a sequence of the operator's own that an exporter took for a custom one is filled`()
        throws
    {
        let text = """
            generator: Embody/6.0.4
            operators:
            - name: line
              type: linePOP
              sequences:
                pt: [{posz: 2}, {posz: =me.digits}]
              custom_pars:
                Points:
                - {name: pt, style: Sequence}
                - {name: Posx, style: XYZW, size: 3, sequence: pt}

            """
        let (target, notices, _) = try build(text)
        let line = try #require(target.child(named: "line"))

        #expect(notices == [])
        #expect(line.parameters["pt0posz"]?.value == .double(2))
        #expect(line.parameters["pt1posz"]?.expression == "me.digits")
        #expect(line.parameters.customPages.isEmpty)
        #expect(throws: ProjectError.self) {
            try build(text.replacing("generator: Embody/6.0.4", with: "generator: hand"))
        }
    }
}
