import Foundation
import OperatorNetwork
import Testing

@testable import ProjectFiles

@Suite struct EmbodyTDNFormatTests {
    private let path = ScratchFolder.fixture("EmbodyTDN/everything.tdn")

    @Test func `the header describes the target`() throws {
        let project = try ProjectCatalog.read(path)
        let target = project.target

        #expect(project.name == "everything")
        #expect(project.networkPath == "/project1/show")
        #expect(project.namesTargetType)
        #expect(!project.needsDefaultWiring)
        #expect(project.notices.isEmpty)
        #expect(target.name == "show")
        #expect(target.type == "containerCOMP")
        #expect(target.parameters.map(\.name) == ["w", "h"])
        #expect(
            target.parameters.map(\.setting) == [.constant(.int(640)), .expression("me.par.w / 2")])
        #expect(target.parameters.first?.place == SourcePlace(file: path, line: 10))
        #expect(target.flags == [FlagSetting("viewer", true), FlagSetting("expose", false)])
        #expect(target.color == [0.1, 0.2, 0.3])
        #expect(target.tags == ["live"])
        #expect(target.comment == "the show")
    }

    @Test func `an empty block still counts as a block`() throws {
        let sequences = try ProjectCatalog.read(path).target.sequences

        #expect(sequences.map(\.name) == ["ext"])
        #expect(sequences.first?.blocks.map { $0.map(\.name) } == [["object", "promote"], []])
    }

    @Test func `wrapped storage becomes the Python type it names`() throws {
        let storage = try ProjectCatalog.read(path).target.storage

        #expect(
            storage == [
                NamedValue("count", .int(3)), NamedValue("point", .tuple([.int(1), .double(2.5)])),
                NamedValue("names", .set([.string("a"), .string("b")])),
                NamedValue("raw", .bytes([0, 1, 2, 255])),
                NamedValue(
                    "odd",
                    .dictionary([
                        NamedValue("$type", .string("complex")), NamedValue("$value", .int(1)),
                    ])),
            ])
    }

    @Test func `defaults of a type hold where the operator says nothing`() throws {
        let operators = try ProjectCatalog.read(path).target.children
        let text = try #require(operators.first)
        let notes = try #require(operators[2].children.first)

        #expect(text.parameters.map(\.name) == ["language", "wordwrap"])
        #expect(text.parameters.last?.setting == .constant(.bool(false)))
        #expect(text.flags == [FlagSetting("viewer", true)])
        #expect(text.size == [130, 90])
        #expect(text.tags == ["source"])
        #expect(notes.tags == ["mine"])
        #expect(operators[1].size == nil)
    }

    @Test func `content comes with the line of its first character`() throws {
        let operators = try ProjectCatalog.read(path).target.children

        #expect(
            operators[0].content
                == .text(
                    "class ShowExt:\n\tdef __init__(self, ownerComp):\n\t\tself.ownerComp = ownerComp\n"
                ))
        #expect(operators[0].place == SourcePlace(file: path, line: 44))
        #expect(operators[0].contentPlace == SourcePlace(file: path, line: 48))
        #expect(
            operators[1].content
                == .table([["name", "value"], ["speed", "1.50"], ["on", "true"]]))
        #expect(operators[2].children.first?.content == .text("one\n\nthree"))
    }

    @Test func `wires keep their gaps, in both notations`() throws {
        let operators = try ProjectCatalog.read(path).target.children

        #expect(operators[2].inputs == [nil, "table1"])
        #expect(operators[3].inputs == ["b", nil, "a"])
        #expect(operators[1].dock == "ShowExt")
        #expect(operators[1].position == [200, -100])
        #expect(operators[2].startupStorage == [NamedValue("mode", .string("auto"))])
    }

    @Test func `JSON of version 1 reads the same`() throws {
        let path = ScratchFolder.fixture("EmbodyTDN/legacy.tdn")

        let project = try ProjectCatalog.read(path)
        let text = try #require(project.target.children.first)

        #expect(text.flags == [FlagSetting("viewer", true)])
        #expect(
            text.parameters.map(\.setting) == [.expression("app.name"), .constant(.double(10))])
        #expect(text.customPages.map(\.name) == ["P"])
        #expect(text.customPages.first?.parameters.map(\.name) == ["A", "B"])
        #expect(text.content == .text("a = \"ä😀\"\nb"))
        #expect(text.contentPlace?.line == 12)
    }

    @Test func `a list alone is the operators below the usual path`() throws {
        let project = try ScratchFolder().network("- {name: a, type: baseCOMP}\n")

        #expect(project.networkPath == "/project1")
        #expect(project.target.children.map(\.name) == ["a"])
        #expect(!project.namesTargetType)
    }

    @Test func `what is not known is noted with its line and never fatal`() throws {
        let project = try ScratchFolder().network(
            """
            new_thing: 1
            operators:
            - name: a
              type: textDAT
              extra: [1, 2]
              flags: [viewer, sparkle]
            annotations: [{name: n, mode: comment, size: [1, 1], shade: 3}]
            version: '3.1'
            """)

        let texts = project.notices.map { "\($0.line ?? 0): \($0.text)" }
        #expect(texts.count == 5)
        #expect(texts[0].hasPrefix("1: The field 'new_thing' of the network file is not known"))
        #expect(texts[1].hasPrefix("8: The file is of TDN version 3.1"))
        #expect(texts[2].hasPrefix("7: The field 'shade' of an annotation of /project1 is not"))
        #expect(texts[3].hasPrefix("5: The field 'extra' of /project1/a is not known"))
        #expect(texts[4].hasPrefix("6: The flag 'sparkle' of /project1/a is not known"))
    }

    private nonisolated static let collection =
        ProcessInfo.processInfo.environment["UNDERSTUDY_NETWORKS"]

    /// What became of one file of the collection, and whether all is well.
    @MainActor private func fate(of path: String) throws -> (what: String, isWell: Bool) {
        let source = try SourceFile(path)
        let reading = ProjectReading(folder: try ProjectFolder(FilePath.folder(of: path)))
        let root = Draft.kept(try #require(try SourceTree.read(source, reading)))
        guard YAMLWriter.text(of: root, in: source) == source.text || root.origin?.span == nil,
            DraftCheck.reads(YAMLWriter.text(of: root), as: root)
        else { return ("does not survive its writing", false) }
        let project = try ProjectCatalog.read(path)
        if let notice = project.notices.first(where: { $0.text.contains("not known") }) {
            return (notice.description, false)
        }
        let network = Network.complete
        let builder = NetworkBuilder(network)
        let target = try builder.build(project)
        if let notice = builder.notices.first {
            return ("\(builder.notices.count) left out: \(notice)", false)
        }
        let count = Self.count(target)
        guard count == Self.count(project.target) else {
            return ("\(count) operators are not all", false)
        }
        let (files, lost) = Self.files(of: project.target, in: project.folder)
        if let lost { return ("has not the content of \(lost)", false) }
        guard try TDNWriter(target).files(at: path) == [] else {
            return ("changes by saving", false)
        }
        if let text = try diff(of: target, at: path, project) { return (text, false) }
        return ("\(count) operators, \(files) files of DATs", true)
    }

    @MainActor private static func count(_ node: Operator) -> Int {
        node.children.reduce(1) { $0 + count($1) }
    }

    private static func count(_ described: OperatorDescription) -> Int {
        described.children.reduce(1 + described.annotations.count) { $0 + count($1) }
    }

    /// How many DATs hold what is in the files that they name, and the first that does not.
    private static func files(
        of described: OperatorDescription, in folder: String
    ) -> (count: Int, lost: String?) {
        var (count, lost): (Int, String?) = (0, nil)
        let file = described.parameters.last { $0.name == "file" }?.setting
        if described.type.hasSuffix("DAT"), case .constant(.string(let name))? = file,
            let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        {
            count = 1
            switch described.content {
            case .text(let content) where content == text: break
            case .table(let rows) where rows == DelimitedText.rows(of: text, suffix: "tsv"): break
            default: lost = name
            }
        }
        for child in described.children {
            let inside = files(of: child, in: folder)
            (count, lost) = (count + inside.count, lost ?? inside.lost)
        }
        return (count, lost)
    }

    /// Moves an operator and tells what is wrong with the change that this makes to its file.
    @MainActor private func diff(
        of target: Operator, at path: String, _ project: ProjectDescription
    ) throws -> String? {
        guard let moved = project.target.children.first(where: { $0.position != nil }),
            let node = target.child(named: moved.name)
        else { return nil }
        node.nodeX += 1
        let files = try TDNWriter(target).files(at: path)
        let old = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let new = files.first?.text.split(separator: "\n") ?? []
        let count = new.difference(from: old).insertions.count
        return files.count == 1 && count == 1
            ? nil : "a change of one value changes \(files.count) files by \(count) lines"
    }

    @MainActor
    @Test(
        .enabled(
            if: collection != nil, "UNDERSTUDY_NETWORKS names no folder of network files to try."))
    func `every network file of a collection loads whole and is saved unchanged`() throws {
        let folder = try #require(Self.collection)
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        let files = names.filter { $0.hasSuffix(".tdn") }.sorted()
        var passed = 0
        for name in files {
            let fate: (what: String, isWell: Bool)
            do { fate = try self.fate(of: folder + "/" + name) } catch {
                fate = ("\(error)", false)
            }
            print(fate.isWell ? "passed" : "FAILED", name, fate.what)
            passed += fate.isWell ? 1 : 0
        }
        print("\(files.count) tried, \(passed) passed, \(files.count - passed) failed")
        #expect(!files.isEmpty && passed == files.count)
    }
}
