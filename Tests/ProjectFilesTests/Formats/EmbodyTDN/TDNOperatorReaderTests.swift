import ProjectFiles
import Testing

@Suite struct TDNOperatorReaderTests {
    @Test(arguments: [
        ("operators: 5\n", 1, "'operators' must be a list of operators, but here it is a number."),
        ("a: 1\n", 1, "The network file has no field 'operators'."),
        ("hello\n", 1, "A network file holds a mapping, but this is text."),
        ("operators:\n- 7\n", 2, "must be a mapping of fields, but here it is a number."),
        ("operators:\n- type: textDAT\n", 2, "An operator in /project1 has no field 'name'."),
        ("operators:\n- name: a\n", 2, "An operator in /project1 has no field 'type'."),
        ("operators:\n- {name: a b, type: textDAT}\n", 2, "'a b' is no operator name."),
        ("operators:\n- {name: [a], type: textDAT}\n", 2, "'name' must be text"),
        (
            "operators:\n- name: a\n  type: baseCOMP\n  children:\n    x: 1\n", 5,
            "'operators' must be a list of operators, but here it is a mapping."
        ),
        (
            "operators:\n- name: a\n  type: textDAT\n  position:\n    far away\n", 5,
            "'position' must be a list of 2 numbers, but here it is text."
        ),
        (
            "operators:\n- name: a\n  type: textDAT\n  color: [1, 2, red]\n", 4,
            "'color' must be a list of 3 numbers"
        ),
        ("operators:\n- name: a\n  type: textDAT\n  flags: on\n", 4, "'flags' must be a list"),
        ("operators: []\nparameters: [1]\n", 2, "'parameters of /project1'"),
        ("operators: []\nparameters: {a: {b: 1}}\n", 2, "'a parameter' must be a plain value"),
        ("operators: []\nsequences: {ext: 2}\n", 2, "'ext' must be a list of blocks"),
        ("operators: []\nnetwork_path: show\n", 2, "'show' is no absolute operator path."),
        ("operators: []\nformat: json\n", 2, "its format is 'json', not 'tdn'."),
        ("operators: []\nstorage: {a: {$type: bytes, $value: x}}\n", 2, "base64 text"),
        (
            "operators:\n- name: a\n  type: textDAT\n  inputs: [{index: -1, source: b}]\n", 4,
            "'index' must be a number from 0 to 9999"
        ),
        ("operators: []\ntype_defaults: {textDAT: [1]}\n", 2, "'the defaults of textDAT'"),
    ])
    func `a wrong shape is refused at its line`(text: String, line: Int, reason: String) throws {
        let scratch = try ScratchFolder()

        let error = try scratch.failure(ofNetwork: text)

        #expect(error?.file == scratch.file("n.tdn"))
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `two siblings of one name are refused with both lines`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators:\n- name: a\n  type: textDAT\n- name: a\n  type: baseCOMP\n")

        #expect(error?.line == 4)
        #expect(
            error?.reason
                == "Two operators in /project1 are called 'a'; the first is on line 2.")
    }

    @Test func `cousins may share a name`() throws {
        let project = try ScratchFolder().network(
            """
            operators:
            - {name: a, type: baseCOMP, children: [{name: a, type: baseCOMP}]}
            - {name: b, type: baseCOMP, children: [{name: a, type: baseCOMP}]}
            """)

        #expect(project.target.children.flatMap(\.children).map(\.name) == ["a", "a"])
    }

    @MainActor @Test func `COMPs nest as deep as the limit allows`() throws {
        var text = "operators:\n"
        for depth in 0..<200 {
            let space = String(repeating: "  ", count: depth)
            text += "\(space)- name: b\n\(space)  type: baseCOMP\n\(space)  children:\n"
        }

        let project = try ScratchFolder().network(text)

        var depth = 0
        var children = project.target.children
        while let child = children.first {
            depth += 1
            children = child.children
        }
        #expect(depth == 200)
    }

    @Test func `binary and palette COMPs are noted as empty`() throws {
        let project = try ScratchFolder().network(
            """
            operators:
            - {name: a, type: baseCOMP, tox_ref: parts/a.tox}
            - {name: b, type: baseCOMP, palette_clone: true}
            """)

        #expect(project.notices.map(\.line) == [2, 3])
        #expect(project.notices.first?.text.contains("'parts/a.tox'") == true)
    }
}
