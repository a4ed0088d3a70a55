import OperatorNetwork
import ProjectFiles
import Testing

@Suite struct JSONReaderTests {
    @Test(arguments: [
        ("{\"operators\": [1,]\n}", 1, 18), ("{\"operators\": []", 1, 17),
        ("{\"a\": \"\\q\"}", 1, 9), ("{\"a\": \"\\u12\"}", 1, 9), ("{\n\"a\" 1}", 2, 5),
        ("{\n  \"a\": tru:}", 2, 8), ("{} x", 1, 4),
    ])
    func `broken JSON is refused at its place`(text: String, line: Int, column: Int) throws {
        // The column of YAML's parser may differ; only texts that are neither get here.
        let error = try ScratchFolder().failure(ofNetwork: text)

        #expect(error?.line == line)
        if let found = error?.column { #expect(found == column) }
    }

    @Test func `a text in braces that is only YAML is read as YAML`() throws {
        let project = try ScratchFolder().network(
            "{operators: [{name: a, type: textDAT}]}\n")

        #expect(project.target.children.map(\.name) == ["a"])
    }

    @Test func `half a surrogate pair becomes the replacement character`() throws {
        let project = try ScratchFolder().network(
            #"{"comment": "\ud83dx\ud83d\ud83d\ude00", "operators": []}"#)

        #expect(project.target.comment == "\u{FFFD}x\u{FFFD}😀")
    }

    @Test func `a repeated key is refused with both lines`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "{\n\"operators\": [],\n\"comment\": \"\",\n\"operators\": []}")

        #expect(error?.line == 4)
        #expect(error?.reason.contains("first on line 2") == true)
    }

    @MainActor @Test func `nesting past the limit is refused, not followed`() throws {
        let scratch = try ScratchFolder()
        let text = #"{"operators": "# + String(repeating: "[", count: 100_000)

        let error = try scratch.failure(ofNetwork: text)

        #expect(error?.reason.contains("nested more than 500 deep") == true)
    }

    @Test func `numbers past all bounds stay numbers`() throws {
        let project = try ScratchFolder().network(
            #"{"storage": {"a": 99999999999999999999, "b": -1e2, "c": 1e999}, "operators": []}"#)

        let values = project.target.storage.map(\.value)
        #expect(values == [.double(1e20), .double(-100), .double(.infinity)])
    }
}
