import OperatorNetwork
import Testing

@testable import ProjectFiles

@Suite struct YAMLWriterTests {
    private let text = """
        # a comment at the top
        format: tdn   # aside

        operators:
        # before one
        - name: one
          type: textDAT
          parameters: {a: 1, b: [1, 2]}  # flow
          dat_content: |
            first

            # no comment

        # before two
        - name: two   # named two
          nested:
            # deep
            key: value
            other:
              - x
              - [1, 2]
        # the end

        """

    private func source() -> SourceFile { SourceFile(text: text, file: "t.tdn") }

    private func root(_ source: SourceFile) throws -> Draft {
        let reading = ProjectReading(folder: try ProjectFolder("/"))
        return .kept(try #require(try YAMLReader(source, reading).read()))
    }

    /// Changes the operator of a number and writes.
    private func changed(
        _ number: Int, _ change: (inout [DraftEntry]) -> Void
    ) throws -> String {
        let source = source()
        let root = try root(source)
        var fields = root.entries
        var operators = try #require(fields["operators"]).elements
        var entries = operators[number].entries
        change(&entries)
        operators[number] = .mapping(entries, from: operators[number].origin)
        fields.set("operators", to: .list(operators, from: fields["operators"]?.origin))
        return YAMLWriter.text(of: .mapping(fields, from: root.origin), in: source)
    }

    @Test func `what is kept is copied, comments and all`() throws {
        let source = source()

        #expect(YAMLWriter.text(of: try root(source), in: source) == text)
        #expect(try changed(1) { _ in } == text)
    }

    @Test func `a changed value changes its line alone`() throws {
        let written = try changed(1) { $0.set("name", to: .scalar(.string("three"))) }

        #expect(written == text.replacing("name: two   # named two", with: "name: three"))
    }

    @Test func `a changed part of a value on one line leaves it on one line`() throws {
        let written = try changed(0) { entries in
            var parameters = entries["parameters"]?.entries ?? []
            parameters.set("a", to: .scalar(.double(2.5)))
            entries.set(
                "parameters", to: .mapping(parameters, from: entries["parameters"]?.origin))
        }

        #expect(
            written == text.replacing("{a: 1, b: [1, 2]}  # flow", with: "{a: 2.5, b: [1, 2]}"))
    }

    @Test func `a new key stands where it belongs, a removed one takes nothing with it`() throws {
        let added = try changed(0) {
            $0.set("comment", to: .scalar(.string("hi")), order: ["name", "type", "comment"])
        }
        let removed = try changed(0) { $0.set("dat_content", to: nil) }

        #expect(
            added == text.replacing("  type: textDAT\n", with: "  type: textDAT\n  comment: hi\n"))
        #expect(
            removed
                == text.replacing(
                    "  dat_content: |\n    first\n\n    # no comment\n", with: ""))
    }

    @Test func `a list's element goes with the comment before it`() throws {
        let source = source()
        let root = try root(source)
        var fields = root.entries
        let operators = try #require(fields["operators"])
        fields.set("operators", to: .list([operators.elements[1]], from: operators.origin))

        let written = YAMLWriter.text(of: .mapping(fields, from: root.origin), in: source)

        #expect(written.contains("operators:\n\n# before two\n- name: two   # named two\n"))
        #expect(!written.contains("before one"))
        #expect(written.hasSuffix("      - [1, 2]\n# the end\n"))
    }

    @Test(arguments: [
        "a: &x {k: 1}\nb: *x\n", "base: &b {k: 1}\nc:\n  <<: *b\n  d: 2\n", "? a\n: 1\n? b\n: 2\n",
        "{a: 1,\n b: 2}\n", "a: 1\r\nb:\r\n- 2\r\n", "--- \na: 1\n...\n", "-\n  a: 1\n",
    ])
    func `rare notations are written anew rather than wrong`(text: String) throws {
        let source = SourceFile(text: text.hasPrefix("-\n") ? "l:\n" + text : text, file: "t")
        let root = try root(source)
        var entries = root.entries
        entries.set("new", to: .scalar(.string("x")))
        let draft = Draft.mapping(entries, from: root.origin)

        let written = YAMLWriter.text(of: draft, in: source)

        #expect(DraftCheck.reads(written, as: draft))
    }

    @Test func `numbers of JSON that YAML takes for texts or octals stay the numbers they are`()
        throws
    {
        let json = SourceFile(text: #"{"a": [1e5, 1e-07, 010, 2.50, -3]}"#, file: "t.tdn")
        let reading = ProjectReading(folder: try ProjectFolder("/"))
        let draft = Draft.kept(try #require(try SourceTree.read(json, reading)))

        let text = YAMLWriter.text(of: draft)

        #expect(text == "a:\n- 100000\n- 1.0e-07\n- 10\n- 2.50\n- -3\n")
        #expect(DraftCheck.reads(text, as: draft))
    }
}
