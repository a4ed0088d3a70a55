import OperatorNetwork
import ProjectFiles
import Testing

@Suite struct TDNReferenceTests {
    private let outer = """
        network_path: /project1
        operators:
        - name: inner
          type: baseCOMP
          parameters: {a: 1, b: 1}
          tdn_ref: project1/inner.tdn
        """

    @Test func `the named file fills the COMP and wins over what is outside`() throws {
        let scratch = try ScratchFolder()
        try scratch.write(
            "project1/inner.tdn",
            "network_path: /project1/inner\nparameters: {b: 2}\ntags: [own]\noperators:\n"
                + "- {name: deep, type: textDAT}\n")
        let path = try scratch.write("project1.tdn", outer)

        let inner = try #require(try ProjectCatalog.read(path).target.children.first)

        #expect(inner.name == "inner")
        #expect(inner.parameters.map(\.name) == ["a", "b"])
        #expect(inner.parameters.last?.setting == .constant(.int(2)))
        #expect(inner.tags == ["own"])
        #expect(inner.children.map(\.name) == ["deep"])
        #expect(inner.children.first?.place.file == scratch.file("project1/inner.tdn"))
    }

    @Test func `references start where the network path says, not beside the file`() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write(
            "project1/inner.tdn",
            "network_path: /project1/inner\noperators:\n"
                + "- {name: deep, type: baseCOMP, tdn_ref: project1/inner/deep.tdn}\n")
        try scratch.write(
            "project1/inner/deep.tdn", "operators: [{name: found, type: textDAT}]\n")

        let project = try ProjectCatalog.read(path)

        #expect(project.folder == scratch.path)
        #expect(project.target.children.first?.children.map(\.name) == ["found"])
    }

    @Test func `a missing file leaves the COMP empty with a notice`() throws {
        let project = try ScratchFolder().network(outer)

        #expect(project.target.children.first?.children.isEmpty == true)
        #expect(project.notices.map(\.line) == [6])
        #expect(project.notices.first?.text.contains("'project1/inner.tdn'") == true)
    }

    @Test func `a circle of files is refused at the field that closes it`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("n.tdn", "operators:\n- {name: a, type: baseCOMP, tdn_ref: m.tdn}\n")
        try scratch.write("m.tdn", "\noperators:\n- {name: b, type: baseCOMP, tdn_ref: n.tdn}\n")

        let error = scratch.failure("n.tdn")

        #expect(error?.file == scratch.file("m.tdn"))
        #expect(error?.line == 3)
        #expect(error?.reason.contains("is part of itself: /project1/a/b") == true)
    }

    @Test func `two COMPs may share a file`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("m.tdn", "operators: [{name: x, type: textDAT}]\n")

        let project = try scratch.network(
            "operators:\n- {name: a, type: baseCOMP, tdn_ref: m.tdn}\n"
                + "- {name: b, type: baseCOMP, tdn_ref: m.tdn}\n")

        #expect(project.target.children.flatMap(\.children).map(\.name) == ["x", "x"])
    }

    @Test func `files that multiply one another end at the limit`() throws {
        let scratch = try ScratchFolder()
        for number in 0..<16 {
            try scratch.write(
                "f\(number).tdn",
                "operators:\n- {name: a, type: baseCOMP, tdn_ref: f\(number + 1).tdn}\n"
                    + "- {name: b, type: baseCOMP, tdn_ref: f\(number + 1).tdn}\n")
        }

        let error = scratch.failure("f0.tdn")

        #expect(error?.reason.contains("more than 10000 network files") == true)
    }

    @Test(arguments: ["../m.tdn", "/tmp/m.tdn"])
    func `a file outside of the folder is refused`(reference: String) throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators:\n- {name: a, type: baseCOMP, tdn_ref: \(reference)}\n")

        #expect(error?.line == 2)
        #expect(error?.reason.contains("leads out of the project folder") == true)
    }

    @Test func `a broken inner file is refused with its own name and line`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("project1/inner.tdn", "operators:\n- {name: a}\n")
        try scratch.write("n.tdn", outer)

        let error = scratch.failure("n.tdn")

        #expect(error?.file == scratch.file("project1/inner.tdn"))
        #expect(error?.line == 2)
        #expect(error?.reason == "An operator in /project1/inner has no field 'type'.")
    }
}
