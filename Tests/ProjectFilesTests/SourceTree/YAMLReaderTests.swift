import OperatorNetwork
import ProjectFiles
import Testing

@Suite struct YAMLReaderTests {
    @Test(arguments: [
        ("yes", PlainValue.bool(true)), ("Off", .bool(false)), ("~", .null), ("null", .null),
        ("12", .int(12)), ("-1_000", .int(-1000)), ("0x1F", .int(31)), ("0b101", .int(5)),
        ("010", .int(8)), ("08", .string("08")), ("1.5", .double(1.5)), (".5", .double(0.5)),
        ("1.", .double(1)), ("1.0e-07", .double(1e-7)), ("-.inf", .double(-.infinity)),
        ("1e5", .string("1e5")), ("1.5e5", .string("1.5e5")), ("12:30", .string("12:30")),
        ("2026-01-02", .string("2026-01-02")),
        ("'12'", .string("12")), ("!!str 12", .string("12")), ("1.2.3", .string("1.2.3")),
        ("0x-1", .string("0x-1")), ("+", .string("+")), (".", .string(".")),
        ("99999999999999999999", .double(1e20)), ("y", .string("y")), ("1_", .int(1)),
    ])
    func `scalars mean what PyYAML means`(text: String, value: PlainValue) throws {
        let project = try ScratchFolder().network("operators: []\nstorage:\n  a: \(text)\n")

        #expect(project.target.storage == [NamedValue("a", value)])
    }

    @Test func `broken YAML is refused with line and column`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators:\n- name: a\n  type: [textDAT\nfoo: bar\n")

        #expect(error?.line == 4)
        #expect(error?.column == 4)
        #expect(error?.reason.contains("which begins on line 3") == true)
    }

    @Test func `a tab for indentation is called a tab`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators:\n- name: a\n\ttype: textDAT\n")

        #expect(error?.line == 3)
        #expect(error?.reason == "A tab is used for indentation, which YAML forbids.")
    }

    @Test func `a control character is refused with its line`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators: []\n\ncomment: a\u{1}b\n")

        #expect(error?.line == 3)
        #expect(error?.reason.contains("U+1") == true)
    }

    @Test func `a repeated key is refused with both lines`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators:\n- name: a\n  type: textDAT\n  name: b\n")

        #expect(error?.line == 4)
        #expect(error?.reason == "The key 'name' stands twice in one mapping, first on line 2.")
    }

    @Test func `a file shorter than a machine word is read safely`() throws {
        #expect(try ScratchFolder().network("operators: []").target.children.isEmpty)
        #expect(try ScratchFolder().failure(ofNetwork: "a: 1")?.line == 1)
        #expect(try ScratchFolder().network("[]").target.children.isEmpty)
    }

    @Test func `merged keys give way to a mapping's own`() throws {
        let project = try ScratchFolder().network(
            """
            storage: &base {a: 1, b: 2}
            startup_storage:
              <<: *base
              b: 3
            operators: []
            """)

        #expect(
            project.target.startupStorage == [NamedValue("b", .int(3)), NamedValue("a", .int(1))])
    }

    @MainActor @Test(arguments: ["[", "{a: ", "- "])
    func `nesting past the limit is refused, not followed`(sign: String) throws {
        let text = "operators:\n  " + String(repeating: sign, count: 50_000)

        let error = try ScratchFolder().failure(ofNetwork: text)

        #expect(error?.reason.contains("nested more than 500 deep") == true)
    }
}
