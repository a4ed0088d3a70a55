import OperatorNetwork
import ProjectFiles
import Testing

@MainActor @Suite struct NetworkBuilderTests {
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
