import Foundation
import OperatorNetwork
import ProjectFiles
import Testing

@MainActor @Suite struct ExpandedTreeFormatTests {
    private func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private func text(_ text: String) -> [UInt8] {
        let header: [Int] = [1, 1, 1, 1, 2, text.utf8.count]
        var bytes = Array("2\n*".utf8)
        for value in header { bytes += number(value) }
        return bytes + Array(text.utf8)
    }

    private func tree(_ folder: ScratchFolder) throws -> String {
        try folder.write("lamp.tox.dir/.build", "version 099\nbuild 2025.32460\n")
        try folder.write(
            "lamp.tox.dir/lamp.n",
            """
            COMP:base
            v 0 0 1
            tile 10 -20 160 130
            flags =  picked on viewer 1 cook off parlanguage 0
            comment "two\\nlines"
            tags 0 2 one two
            color 0.1 0.2 0.3
            oddity 5
            end

            """)
        try folder.write(
            "lamp.tox.dir/lamp.cparm",
            """
            ?
            pages 2 "Main Page" About
            772804865 Gain Gain 1 3 1 0 1 4 4 0 1.5 "" "Main Page" 0
            772804879 Mode Mode 1 1 0 0 1 1 1 0 0 slow "Main Page" 4097 2 slow Slow fast "Very Fast" 1
            772809473 Tint Tint 1 1 0 0 1 1 1 1 0 0 1 1 1 1 0 0 1 1 1 0 0 "" 0 0 "" 0 0 "" About 0
            999 Strange

            """)
        try folder.write(
            "lamp.tox.dir/lamp.parm",
            "?\nGain 0 3\nMode 64 fast\nTintg 17 0 me.digits\next0object 17 \"\" me.x\npageindex 0 1\n?\n"
        )
        try folder.write(
            "lamp.tox.dir/lamp/panel1.n",
            "DAT:parexec\ntile 0 0 130 90\nflags =\ninputs\n{\n0 \tcode\n}\nend\n")
        try folder.write("lamp.tox.dir/lamp/panel1.parm", "?\nactive 0 off\n?\n")
        try folder.write("lamp.tox.dir/lamp/code.n", "DAT:text\nend\n")
        try folder.write("lamp.tox.dir/lamp/code.text", text("x = 'é'\n"))
        try folder.write("lamp.tox.dir/lamp/cells.n", "DAT:table\nend\n")
        var cells = Array("1\n*".utf8)
        for value in [1, 1, 2, 0] { cells += number(value) }
        for cell in ["a", "bc"] { cells += number(2) + number(cell.utf8.count) + Array(cell.utf8) }
        try folder.write("lamp.tox.dir/lamp/cells.table", cells)
        try folder.write("lamp.tox.toc", "# 4 0 0 0 1\n.build\nlamp.n\nlamp/gone.n\n")
        return folder.file("lamp.tox.dir")
    }

    @Test(arguments: ["lamp.tox.dir", "lamp.tox.toc"])
    func `a component becomes its COMP, from its folder and from its table`(name: String) throws {
        let folder = try ScratchFolder()
        _ = try tree(folder)

        let project = try ProjectCatalog.read(folder.file(name))
        let lamp = project.target

        #expect(project.name == "lamp")
        #expect(project.networkPath == "/lamp")
        #expect(project.isExported)
        #expect(lamp.type == "baseCOMP")
        #expect(lamp.position == [10, -20])
        #expect(lamp.size == [160, 130])
        #expect(lamp.color == [0.1, 0.2, 0.3])
        #expect(lamp.comment == "two\nlines")
        #expect(lamp.tags == ["one", "two"])
        #expect(lamp.flags == [FlagSetting("viewer", true), FlagSetting("allowCooking", false)])
        #expect(lamp.children.map(\.type) == ["tableDAT", "textDAT", "parameterexecuteDAT"])
        #expect(lamp.children.map(\.name) == ["cells", "code", "panel1"])
        #expect(lamp.children[0].content == .table([["a", "bc"]]))
        #expect(lamp.children[1].content == .text("x = 'é'\n"))
        #expect(lamp.children[2].inputs == ["code"])
        #expect(lamp.children[2].parameters.map(\.setting) == [.constant(.string("off"))])
    }

    @Test func `custom parameters have their style, range, menu, default and value`() throws {
        let folder = try ScratchFolder()
        let lamp = try ProjectCatalog.read(tree(folder)).target

        let main = try #require(lamp.customPages.first)
        #expect(lamp.customPages.map(\.name) == ["Main Page", "About"])
        #expect(main.parameters.map(\.name) == ["Gain", "Mode"])
        #expect(main.parameters[0].clampsMinimum)
        #expect(main.parameters[0].minimum == 1)
        #expect(main.parameters[0].maximum == 4)
        #expect(main.parameters[0].defaultValue == .double(1.5))
        #expect(main.parameters[1].menuNames == ["slow", "fast"])
        #expect(main.parameters[1].menuLabels == ["Slow", "Very Fast"])
        #expect(lamp.customPages[1].parameters.first?.style == "RGB")
        #expect(
            lamp.parameters.map(\.setting) == [
                .constant(.string("3")), .constant(.string("fast")), .expression("me.digits"),
                .expression("me.x"),
            ])
    }

    @Test func `a text that another program wrote is taken as it stands, and this is said`() throws
    {
        let folder = try ScratchFolder()
        _ = try tree(folder)
        try folder.write("lamp.tox.dir/lamp/code.text", "print('hello')\n")

        let project = try ProjectCatalog.read(folder.file("lamp.tox.dir"))

        #expect(project.target.children[1].content == .text("print('hello')\n"))
        #expect(project.notices.contains { $0.text.contains("its text is taken as it stands") })
    }

    @Test(arguments: ["2", "2\n", "print('a\0b')"])
    func `a text that is cut short or holds other bytes is refused`(content: String) throws {
        let folder = try ScratchFolder()
        _ = try tree(folder)
        try folder.write("lamp.tox.dir/lamp/code.text", content)

        let error = folder.failure("lamp.tox.dir")

        #expect(error?.file.hasSuffix("lamp/code.text") == true)
        #expect(error?.reason == "The DAT's content does not begin as such files do.")
    }

    @Test func `an external tox is read from the tree beside it, unless it is part of itself`()
        throws
    {
        let scratch = try ScratchFolder()
        let external = "?\nexternaltox 0 parts/bulb.tox\nenableexternaltox 0 on\n?\n"
        try scratch.write("lamp.tox.dir/lamp.n", "COMP:base\nend\n")
        try scratch.write("lamp.tox.dir/lamp/bulb.n", "COMP:base\nend\n")
        try scratch.write("lamp.tox.dir/lamp/bulb.parm", external)
        try scratch.write("parts/bulb.tox.dir/bulb.n", "COMP:base\nend\n")
        try scratch.write("parts/bulb.tox.dir/bulb/wire.n", "DAT:text\nend\n")

        let bulb = try #require(
            ProjectCatalog.read(scratch.file("lamp.tox.dir")).target.children.first)
        try scratch.write("parts/bulb.tox.dir/bulb/wire.n", "COMP:base\nend\n")
        try scratch.write("parts/bulb.tox.dir/bulb/wire.parm", external)
        let error = scratch.failure("lamp.tox.dir")

        #expect(bulb.children.map(\.type) == ["textDAT"])
        #expect(error?.file.hasSuffix("bulb/wire.parm") == true)
        #expect(error?.line == 2)
        #expect(error?.reason.contains("is part of itself") == true)
    }

    private nonisolated static let collection =
        ProcessInfo.processInfo.environment["UNDERSTUDY_TREES"]

    @MainActor
    @Test(
        .enabled(
            if: collection != nil, "UNDERSTUDY_TREES names no folder of expanded trees to try."))
    func `every node of a collection of trees is loaded, and what is not known is told`() throws {
        let folder = try #require(Self.collection)
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        let trees = names.filter { $0.hasSuffix(".toe.dir") || $0.hasSuffix(".tox.dir") }.sorted()
        for name in trees {
            let project = try ProjectCatalog.read(folder + "/" + name)
            let inside = names.filter { $0.hasPrefix(name + "/") }
            var files = inside.filter { $0.hasSuffix(".n") }.count
            for packed in inside where packed.hasSuffix(".lod") {
                let content = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(packed)"))
                files +=
                    String(decoding: content, as: UTF8.self).components(
                        separatedBy: ".n\0"
                    ).count - 1
            }
            let network = Network.complete
            let builder = NetworkBuilder(network)
            _ = try builder.build(project)
            print("\(name): \(files) node files, \(network.count - 1) operators")
            for notice in project.notices + builder.notices { print("    \(notice)") }
            #expect(network.count - 1 == files)
        }
        #expect(!trees.isEmpty)
    }

    @Test func `parameters under their former names, and of further blocks, make the blocks`()
        throws
    {
        let scratch = try ScratchFolder()
        try scratch.write("a.tox.dir/a.n", "COMP:base\nend\n")
        try scratch.write("a.tox.dir/a.parm", "?\next1object 0 x\n?\n")
        try scratch.write("a.tox.dir/a/c.n", "CHOP:constant\nend\n")
        try scratch.write("a.tox.dir/a/c.parm", "?\nname1 0 two\nvalue1 0 5\n?\n")
        try scratch.write("a.tox.dir/a/d.n", "CHOP:constant\nend\n")
        try scratch.write("a.tox.dir/a/d.parm", "?\nvalue999999999 0 5\n?\n")

        let network = Network()
        let builder = NetworkBuilder(network)
        let target = try builder.build(ProjectCatalog.read(scratch.file("a.tox.dir")))
        let constant = try #require(target.child(named: "c"))

        #expect(target.parameters["ext1object"]?.value == .string("x"))
        #expect(constant.parameters["const1name"]?.value == .string("two"))
        #expect(constant.parameters["const1value"]?.value == .double(5))
        #expect(builder.notices.map(\.line) == [2])
    }

    @Test func `a link in a tree is refused by its name`() throws {
        let scratch = try ScratchFolder()
        let path = try tree(scratch)
        try scratch.write("secret", "secret")
        try FileManager.default.removeItem(atPath: path + "/lamp/code.text")
        try scratch.link("lamp.tox.dir/lamp/code.text", to: scratch.file("secret"))

        let error = scratch.failure("lamp.tox.dir")

        #expect(error?.file.hasSuffix("lamp/code.text") == true)
        #expect(error?.reason.contains("no plain file") == true)
    }

    @Test func `what is not known and what is missing is told once`() throws {
        let folder = try ScratchFolder()
        let notices = try ProjectCatalog.read(tree(folder)).notices.map(\.text)

        #expect(notices.count == 3)
        #expect(notices[0].hasPrefix("1 of the files that the table lists are missing"))
        #expect(notices[1].hasPrefix("A line of a file of custom parameters is not known"))
        #expect(notices[2].hasPrefix("The line 'oddity' of a node file is not known"))
    }

    @Test(arguments: [
        (
            "code.text",
            "2\n*\0\0\0\u{1}\0\0\0\u{1}\0\0\0\u{1}\0\0\0\u{1}\0\0\0\u{2}\0\0\u{7F}\u{7F}ab"
        ),
        ("code.text", "rub\0bish"),
        ("cells.table", "1\n*\0\0\0\u{1}\u{7F}\0\0\0\u{7F}\0\0\0\0\0\0\0"),
        ("cells.table", "1\n*\0\0\0\u{1}\u{7F}\0\0\0\0\0\0\0\0\0\0\0"),
        ("cells.table", "1\n*\0\0"), ("code.n", "no node"), ("code.n", ""),
    ])
    func `a broken file is refused by its name`(name: String, content: String) throws {
        let folder = try ScratchFolder()
        _ = try tree(folder)
        try folder.write("lamp.tox.dir/lamp/" + name, content)

        #expect(folder.failure("lamp.tox.dir")?.file.hasSuffix("lamp/" + name) == true)
    }

    @Test func `a binary file is refused with the way to expand it`() throws {
        let folder = try ScratchFolder()
        try folder.write("show.toe", [0, 1, 2])

        let error = folder.failure("show.toe")

        #expect(error?.suggestion.contains("toeexpand show.toe") == true)
        try folder.write("show.toe.dir/project1.n", "COMP:base\nend\n")
        #expect(folder.failure("show.toe")?.suggestion.contains("show.toe.dir instead") == true)
        #expect(try ProjectCatalog.read(folder.file("show.toe.dir")).networkPath == "/")
    }

    @MainActor
    @Test func `a wire from inside of a sibling and one into a COMP are wires of the COMPs`() throws
    {
        let scratch = try ScratchFolder()
        try scratch.write("a.tox.dir/a.n", "COMP:base\nend\n")
        try scratch.write("a.tox.dir/a/from.n", "DAT:text\nend\n")
        try scratch.write("a.tox.dir/a/box.n", "COMP:base\nend\n")
        try scratch.write(
            "a.tox.dir/a/box.network",
            "1\ncompinputs\n{\n0 \t\"\"\n\tin1\n\tDAT\n1 \tfrom\n\tin2\n\tDAT\n}\nend\n")
        for name in ["in1", "in2"] {
            try scratch.write("a.tox.dir/a/box/\(name).n", "DAT:in\nend\n")
        }
        for name in ["out1", "out2"] {
            try scratch.write("a.tox.dir/a/box/\(name).n", "DAT:out\nend\n")
        }
        try scratch.write(
            "a.tox.dir/a/to.n", "DAT:null\ninputs\n{\n0 \tbox/out2\n}\nend\n")

        let network = Network.complete
        let builder = NetworkBuilder(network)
        let target = try builder.build(ProjectCatalog.read(scratch.file("a.tox.dir")))
        let wire = try #require(target.child(named: "to")?.inputWires.first)
        let entry = try #require(target.child(named: "box")?.inputWires.first)
        let again = try NetworkReader().read(target)

        #expect(builder.notices.isEmpty)
        #expect(wire.source.name == "box" && wire.output == 1)
        #expect(entry.source.name == "from" && entry.input == 1)
        #expect(again.children.first { $0.name == "to" }?.inputs == ["box/out2"])
        #expect(again.children.first { $0.name == "box" }?.inputs == [nil, "from"])
    }
}
