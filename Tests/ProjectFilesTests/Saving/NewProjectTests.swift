import OperatorNetwork
import ProjectFiles
import Testing

@MainActor @Suite struct NewProjectTests {
    @Test func `a new project loads, with its extension and its Execute DAT`() throws {
        let scratch = try ScratchFolder()
        for file in try NewProject.files(in: scratch.file("lamp")) { try file.write() }

        let project = try ProjectCatalog.read(scratch.file("lamp"))
        let target = try NetworkBuilder(Network()).build(project)
        let lamp = try #require(target.child(named: "lamp"))

        #expect(project.notices == [])
        #expect(
            lamp.parameters["ext0object"]?.value
                == .string("op('./LampExt').module.LampExt(me)"))
        #expect(lamp.child(named: "LampExt")?.content?.text.hasPrefix("class LampExt:\n") == true)
        #expect(lamp.child(named: "execute1")?.parameters["framestart"]?.value == .bool(true))
    }

    @Test(arguments: ["a-b", "1a", "ä", "a b"])
    func `a name that no operator can bear is refused`(name: String) {
        #expect(throws: ProjectError.self) { try NewProject.files(in: "/tmp/" + name) }
    }
}
