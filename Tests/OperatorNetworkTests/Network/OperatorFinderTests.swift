import OperatorNetwork
import Testing

@MainActor @Suite struct OperatorFinderTests {
    let network = Network()
    let finder: OperatorFinder
    let project: Operator
    let ui: Operator

    init() throws {
        finder = OperatorFinder(network)
        project = try network.create(BaseCOMP.type, named: "project1", in: network.root)
        ui = try network.create(BaseCOMP.type, named: "ui", in: project)
        for name in ["text1", "text2", "text10", "table1", "button"] {
            _ = try network.create(TextDAT.type, named: name, in: project)
        }
        for name in ["text1", "slider"] {
            _ = try network.create(TextDAT.type, named: name, in: ui)
        }
    }

    @Test(arguments: [
        ("text1", "/project1/text1"), ("/project1/ui", "/project1/ui"), ("/", "/"),
        ("ui/slider", "/project1/ui/slider"), ("./ui/text1", "/project1/ui/text1"),
        ("..", "/"), (".", "/project1"), ("../project1/text2", "/project1/text2"),
        ("ui/..", "/project1"), ("/project1//ui/", "/project1/ui"), ("*1", "/project1/text1"),
        ("missing text2", "/project1/text2"), ("*/slider", "/project1/ui/slider"),
        ("  text2  ", "/project1/text2"),
    ])
    func `one operator is found inside the origin`(pattern: String, path: String) {
        #expect(finder.find(pattern, from: project)?.path == path)
    }

    @Test(arguments: [
        ("..", "/project1/ui"), ("../..", "/project1"), ("slider", "/project1/ui/slider"),
        ("../text2", "/project1/text2"), (".", "/project1/ui/text1"), ("../../..", "/"),
    ])
    func `a parameter's dots alone lead up from its own operator`(text: String, path: String) {
        let owner = finder.find("ui/text1", from: project)!

        #expect(finder.find(text, namedBy: owner)?.path == path)
        #expect(finder.findAll(text, namedBy: owner).map(\.path) == [path])
        #expect(finder.find("..", seenFrom: owner)?.path == "/project1")
    }

    @Test(arguments: [
        "", " ", "missing", "Text1", "/text1", "../..", "ui/missing", "^", "/project1/text1/x",
        "text1/*", "text", "ui*x", "/..", "//..",
    ])
    func `nothing is found`(pattern: String) {
        #expect(finder.find(pattern, from: project) == nil)
        #expect(finder.findAll(pattern, from: project).isEmpty)
    }

    @Test(arguments: [
        ("text*", "text1 text2 text10"), ("text?", "text1 text2"), ("text[1-5]", "text1 text2"),
        ("text[2,10]", "text2 text10"), ("t[ae]*", "text1 text2 text10 table1"),
        ("* ^text*", "ui table1 button"), ("^text*", "ui table1 button"),
        ("table1 text2", "table1 text2"), ("text2 text*", "text2 text1 text10"),
        ("*", "ui text1 text2 text10 table1 button"), ("text* ^text1 text1", "text2 text10 text1"),
    ])
    func `patterns find many, term by term`(pattern: String, names: String) {
        let found = finder.findAll(pattern, from: project).map(\.name)

        #expect(found.joined(separator: " ") == names)
    }

    @Test func `a wildcard does not cross a slash`() {
        #expect(finder.findAll("/*", from: project).map(\.path) == ["/project1"])
        #expect(finder.findAll("/*/*/*", from: project).count == 2)
        #expect(finder.findAll("*/text1", from: project).map(\.path) == ["/project1/ui/text1"])
        #expect(finder.findAll("ui/* ^ui/slider", from: project).map(\.name) == ["text1"])
    }

    @Test func `code in a DAT sees its siblings, and its own inside with a dot`() throws {
        let code = try #require(ui.child(named: "slider"))

        #expect(finder.find("text1", seenFrom: code)?.path == "/project1/ui/text1")
        #expect(finder.find("..", seenFrom: code)?.path == "/project1")
        #expect(finder.find(".", seenFrom: code) === code)
        #expect(finder.find("ui", seenFrom: ui) === ui)
        #expect(finder.find("./text1", seenFrom: ui)?.path == "/project1/ui/text1")
        #expect(finder.find("text1", seenFrom: ui)?.path == "/project1/text1")
        #expect(finder.findAll("./* ui", seenFrom: ui).count == 3)
        #expect(finder.find("project1", seenFrom: network.root) === project)
    }

    @Test func `a DAT has nothing inside but knows the way up`() throws {
        let text = try #require(project.child(named: "text1"))

        #expect(finder.find("text2", from: text) == nil)
        #expect(finder.find("..", from: text) === project)
    }

    @Test func `utility operators are found only on request`() throws {
        ui.flags.insert(.utility)

        #expect(finder.find("ui", from: project) == nil)
        #expect(finder.find("u*", from: project) == nil)
        #expect(finder.find("ui", from: project, includingUtility: true) === ui)
        #expect(finder.findAll("u*", from: project, includingUtility: true).count == 1)
        #expect(finder.find("ui", seenFrom: ui) == nil)
    }

    @Test func `a hundred thousand terms and levels end`() {
        let path = String(repeating: "./", count: 100_000) + "text1"
        let terms = String(repeating: "text1 ", count: 10_000)

        #expect(finder.find(path, from: project)?.name == "text1")
        #expect(finder.findAll(terms, from: project).count == 1)
    }
}
