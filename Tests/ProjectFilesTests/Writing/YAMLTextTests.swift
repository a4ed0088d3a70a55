import OperatorNetwork
import Testing

@testable import ProjectFiles

@Suite struct YAMLTextTests {
    @Test(arguments: [
        "", " ", "a", "a b", "yes", "No", "null", "~", "12", "1.50", "0x1F", "1e5", ".inf", "=",
        "<<", "=me.par.w", "~op('a')", "a: b", "a:b", "a #b", "a#b", "- a", "-a", "-", "?", "? a",
        ":", "[a]", "{a}", "a, b", "'", "it's", "\"", "\\", "a\\n", "%a", "@a", "`a", "&a", "*a",
        "!a", "|", ">", "#a", "---", "--- a", "...", "2026-01-02", "2026-01-02 10:00:00", "12:30",
        "1:2:3.5", "+1", "a\tb", "\ta", "a\u{1}", "é", "日本", "\u{FEFF}a", "a\u{2028}b", "\u{85}",
        "😀", "a ", " a", "a\r", "\u{7F}", "\u{FFFE}", "a?b", "x]", "true", "010", "1_000", "a'b\"c",
    ])
    func `every text reads back as itself, in a block and between braces`(text: String) throws {
        let block = try read("v: \(YAMLText.line(text, isFlow: false))\n")
        let flow = try read("{v: \(YAMLText.line(text, isFlow: true)), w: [1]}\n")

        #expect(block == text)
        #expect(flow == text)
    }

    @Test(arguments: [
        "a\nb", "a\nb\n", "a\nb\n\n", "\n\na\nb", "  a\n b\n", "a\n\n\nb\n", "a \n b \n",
        "\ta\n\tb",
        "# a\n# b\n", "a: b\n- c\n", "\n", "\n\n", "a\r\nb\r\n", "a\u{1}\nb", "'\n\"\n",
        "---\n...\n",
        " \n", "a\n ", "é\n日本\n", "a\n\n", "\n a\n", "%\n", "a\u{2028}\nb",
    ])
    func `every text of several lines reads back as itself`(text: String) throws {
        let draft = Draft.mapping([
            DraftEntry("v", .scalar(.string(text))),
            DraftEntry("l", .list([.scalar(.string(text)), .scalar(.string("x"))])),
        ])

        let written = YAMLWriter.text(of: draft)

        #expect(try read(written) == text)
        #expect(DraftCheck.reads(written, as: draft))
    }

    @Test(arguments: [
        (1.0, "1"), (0.5, "0.5"), (-3, "-3"), (1e-7, "1.0e-07"), (1e20, "1.0e+20"),
        (2.5e-12, "2.5e-12"), (.infinity, ".inf"), (-.infinity, "-.inf"), (.nan, ".nan"),
    ])
    func `numbers are written so that YAML 1.1 takes them for numbers`(
        number: Double, text: String
    ) {
        #expect(YAMLText.number(number) == text)
    }

    private func read(_ text: String) throws -> String? {
        let reading = ProjectReading(folder: try ProjectFolder("/"))
        let node = try YAMLReader(SourceFile(text: text, file: "t"), reading).read()
        guard case .string(let value)? = node?["v"]?.value else { return nil }
        return value
    }
}
