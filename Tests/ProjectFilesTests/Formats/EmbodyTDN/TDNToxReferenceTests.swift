import ProjectFiles
import Testing

@Suite struct TDNToxReferenceTests {
    private let network = """
        operators:
        - name: lamp
          type: containerCOMP
          tox_ref: parts/lamp.tox

        """

    @Test func `a network beside the binary file is the COMP's inside`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("parts/lamp.tdn", "operators:\n- {name: code, type: textDAT}\n")

        let project = try scratch.network(network)

        #expect(project.notices == [])
        #expect(project.target.children.first?.children.map(\.name) == ["code"])
        #expect(project.target.children.first?.type == "containerCOMP")
    }

    @Test func `an expanded tree beside it is the COMP's inside`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("parts/lamp.tox.dir/lamp.n", "COMP:container\ncolor 1 0 0\nend\n")
        try scratch.write("parts/lamp.tox.dir/lamp/code.n", "DAT:text\nend\n")

        let lamp = try #require(scratch.network(network).target.children.first)

        #expect(lamp.children.map(\.name) == ["code"])
        #expect(lamp.color == [1, 0, 0])
    }

    @Test func `without either the COMP stays empty and a notice says what is missing`() throws {
        let project = try ScratchFolder().network(network)

        #expect(project.target.children.first?.children.isEmpty == true)
        #expect(project.notices.first?.text.contains("lamp.tox.dir beside it") == true)
    }

    @Test func `an external tox is found in its text form too, unless it is turned off`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("parts/lamp.tdn", "operators:\n- {name: code, type: textDAT}\n")
        let comp = "operators:\n- name: lamp\n  type: baseCOMP\n  parameters: "

        let on = try scratch.network(comp + "{externaltox: parts/lamp.tox}\n")
        let off = try scratch.network(
            comp + "{externaltox: parts/lamp.tox, enableexternaltox: false}\n")
        let outside = try scratch.network(comp + "{externaltox: /elsewhere/lamp.tox}\n")

        #expect(on.target.children.first?.children.map(\.name) == ["code"])
        #expect(on.notices == [])
        #expect(off.target.children.first?.children.isEmpty == true)
        #expect(outside.notices.map(\.line) == [4])
        #expect(outside.notices.first?.text.contains("leads out of the project folder") == true)
    }

    @Test func `a path out of the folder is refused`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: network.replacing("parts/lamp.tox", with: "../lamp.tox"))

        #expect(error?.line == 4)
    }
}
