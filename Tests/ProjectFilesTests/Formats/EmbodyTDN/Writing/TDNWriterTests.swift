import Foundation
import OperatorNetwork
import ProjectFiles
import Testing

@MainActor @Suite struct TDNWriterTests {
    /// A network built from a file, and what saving it there would write.
    @MainActor private struct Loaded {
        let network = Network()
        let target: Operator
        let path: String
        let scratch: ScratchFolder?

        init(_ path: String, in scratch: ScratchFolder? = nil) throws {
            self.path = path
            self.scratch = scratch
            target = try NetworkBuilder(network).build(ProjectCatalog.read(path))
        }

        func node(_ name: String) throws -> Operator { try #require(target.child(named: name)) }

        func files() throws -> [WrittenFile] { try TDNWriter(target).files(at: path) }

        /// The lines that saving takes out of the file and puts into it.
        func changes() throws -> (out: [String], in: [String]) {
            let old = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            let new = try #require(files().first).text.split(separator: "\n")
            let difference = new.difference(from: old)
            return (
                difference.removals.map { change in
                    if case .remove(_, let line, _) = change { String(line) } else { "" }
                },
                difference.insertions.map { change in
                    if case .insert(_, let line, _) = change { String(line) } else { "" }
                }
            )
        }
    }

    private let network = """
        # by hand
        format: tdn
        generator: hand
        network_path: /project1
        future: {kept: true}
        type_defaults:
          textDAT:
            parameters: {language: python}
            size: [130, 100]
            flags: [viewer]
        par_templates:
          about:
          - {name: Build, style: Int, readOnly: false}
        custom_pars:
          Controls:
          - {name: Speed, style: Float, max: 10, value: 2.5}
          About:
            $t: about
            Build: 3
        storage:
          count: 3
        startup_storage: {mode: auto}
        operators:
        - name: code
          type: textDAT
          unknown: field
          dat_content: |
            a = 1
            b = 2
        - name: numbers
          type: tableDAT
          inputs: [code]   # wired
          dat_content_format: table
          dat_content:
          - [name, value]
          - [speed, 1.50]
        - name: inner
          type: baseCOMP
          sequences:
            ext:
            - object: op('./X').module.X(me)
              promote: true
          children:
          - name: deep
            type: textDAT
            position: [10, 20]

        """

    private func loaded(_ scratch: ScratchFolder) throws -> Loaded {
        try Loaded(scratch.write("show.tdn", network), in: scratch)
    }

    @Test func `saving what was loaded changes nothing`() throws {
        let scratch = try ScratchFolder()
        let text = try String(
            contentsOfFile: ScratchFolder.fixture("EmbodyTDN/everything.tdn"), encoding: .utf8)
        let end = try #require(text.range(of: "- name: merge1"))
        let yaml = String(text[..<end.lowerBound])
            .replacing("  inputs: [null, table1]\n", with: "")
        let json = """
            {"format": "tdn", "version": "1.5", "operators": [
            {"name": "t", "type": "textDAT", "flags": {"viewer": true}, "later": 1,
            "dat_content": ["a", "b"], "custom_pars": [{"page": "P", "name": "A", "style": "Str"}]}
            ]}
            """

        for (name, content) in [("a.tdn", yaml), ("b.tdn", json), ("c.tdn", network)] {
            #expect(try Loaded(scratch.write(name, content)).files() == [], "\(name)")
        }
    }

    @Test func `an older file of JSON is brought to YAML when it changes, nothing lost`() throws {
        let scratch = try ScratchFolder()
        let loaded = try Loaded(
            scratch.write(
                "old.tdn",
                """
                {"format": "tdn", "later": {"x": [1, 2.50]}, "operators": [
                {"name": "t", "type": "textDAT", "dat_content": ["a", "b"], "odd": null}]}
                """))
        try loaded.node("t").content?.setText("a\nc")

        let text = try #require(loaded.files().first).text

        #expect(
            text == """
                format: tdn
                later:
                  x: [1, 2.50]
                operators:
                - name: t
                  type: textDAT
                  dat_content: |-
                    a
                    c
                  odd: null

                """)
    }

    @Test func `a value that changes is a line that changes`() throws {
        let scratch = try ScratchFolder()
        let cases: [(name: String, change: (Loaded) throws -> Void, out: String, in: String)] = [
            (
                "content", { try $0.node("code").content?.setText("a = 1\nb = 3\n") },
                "    b = 2", "    b = 3"
            ),
            (
                "cell",
                { try $0.node("numbers").content?.setRows([["name", "value"], ["speed", "7"]]) },
                "  - [speed, 1.50]", "  - [speed, '7']"
            ),
            (
                "custom parameter", { try $0.target.parameters["Speed"]?.set(.double(4)) },
                "  - {name: Speed, style: Float, max: 10, value: 2.5}",
                "  - {name: Speed, style: Float, max: 10, value: 4}"
            ),
            (
                "template's value", { try $0.target.parameters["Build"]?.set(.int(4)) },
                "    Build: 3", "    Build: 4"
            ),
            (
                "sequence", { try $0.node("inner").parameters["ext0object"]?.set(.string("=x")) },
                "    - object: op('./X').module.X(me)", "    - object: ==x"
            ),
            (
                "position", { try #require($0.node("inner").child(named: "deep")).nodeX = 11 },
                "    position: [10, 20]", "    position: [11, 20]"
            ),
            (
                "storage", { $0.target.startStorage[0] = NamedValue("count", .int(4)) },
                "  count: 3", "  count: 4"
            ),
            (
                "startup storage", { $0.target.startStorage[1] = NamedValue("mode", .string("x")) },
                "startup_storage: {mode: auto}", "startup_storage: {mode: x}"
            ),
        ]
        for (name, change, out, put) in cases {
            let loaded = try loaded(scratch)
            try change(loaded)

            let changes = try loaded.changes()

            #expect(changes.out == [out], "\(name)")
            #expect(changes.in == [put], "\(name)")
        }
    }

    @Test func `what is new is added, and shared defaults it does not have are named`() throws {
        let loaded = try loaded(ScratchFolder())
        let made = try loaded.network.create(TextDAT.type, named: "fresh", in: loaded.target)
        try loaded.network.setInputs([loaded.node("code")], of: made)
        try made.parameters["file"]?.set(.string("x.py"))
        loaded.target.comment = "now: with comment"

        let changes = try loaded.changes()

        #expect(changes.out == [])
        #expect(
            changes.in == [
                "comment: 'now: with comment'", "- name: fresh", "  type: textDAT",
                "  parameters:", "    file: x.py", "    language: input", "  flags: []",
                "  size: [130, 90]", "  inputs:", "  - code",
            ])
    }

    @Test func `a parameter that goes back to its default is named where others share another`()
        throws
    {
        let loaded = try loaded(ScratchFolder())
        loaded.target.child(named: "code")?.parameters["language"]?.reset()

        let changes = try loaded.changes()

        #expect(changes.in == ["  parameters:", "    language: input"])
    }

    @Test func `what is gone is taken out, with everything inside`() throws {
        let loaded = try loaded(ScratchFolder())
        try loaded.network.destroy(loaded.node("inner"))

        let changes = try loaded.changes()

        #expect(changes.in == [])
        #expect(changes.out.first == "- name: inner")
        #expect(changes.out.count == 10)
    }

    @Test func `a COMP with a file of its own is written there`() throws {
        let scratch = try ScratchFolder()
        let outer = try scratch.write(
            "show.tdn",
            """
            network_path: /show
            operators:
            - name: lamp
              type: baseCOMP
              tdn_ref: show/lamp.tdn

            """)
        let inner = "network_path: /show/lamp\noperators:\n- name: t\n  type: textDAT\n"
        try scratch.write("show/lamp.tdn", inner)
        let loaded = try Loaded(outer)
        try loaded.node("lamp").child(named: "t")?.content?.setText("x = 1")
        try loaded.node("lamp").nodeX = 40

        let files = try loaded.files()

        #expect(files.map(\.path) == [outer, scratch.file("show/lamp.tdn")])
        #expect(
            files.first?.text.hasSuffix("  tdn_ref: show/lamp.tdn\n  position: [40, 0]\n") == false)
        #expect(files.first?.text.contains("  position: [40, 0]\n") == true)
        #expect(
            files.last?.text == inner + "  dat_content: x = 1\n  dat_content_format: text\n")
    }

    @Test func `saving the whole project writes the COMP that the file is for`() throws {
        let loaded = try loaded(ScratchFolder())
        try loaded.node("code").content?.setText("x")

        let files = try TDNWriter(loaded.network.root).files(at: loaded.path)

        #expect(files == (try loaded.files()))
        #expect(files.count == 1)
    }

    @Test func `a new file reads back as the same network, and saving it again changes nothing`()
        throws
    {
        let scratch = try ScratchFolder()
        let first = try loaded(scratch)
        let path = scratch.file("new.tdn")

        for file in try TDNWriter(first.target).files(at: path) { try file.write() }
        let second = try Loaded(path)

        let reader = NetworkReader()
        #expect(try reader.read(second.target) == reader.read(first.target))
        #expect(try second.files() == [])
    }

    @Test func `the COMP that a file is for has no size there, as it has no position`() throws {
        let scratch = try ScratchFolder()
        let first = try loaded(scratch)
        first.target.nodeWidth = 300

        let text = try #require(
            TDNWriter(first.target).files(at: scratch.file("new.tdn")).first
        ).text

        #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("size:") }, "\(text)")
    }
}
