import ProjectFiles
import Testing

@Suite struct MarkdownDocumentTests {
    private func document(_ text: String) throws -> MarkdownDocument {
        let scratch = try ScratchFolder()
        return try MarkdownDocument(scratch.write("d.md", text))
    }

    @Test(arguments: [
        ("```python\na\tb\n```\n", "a\tb\n"), ("```\na\r\n\r\n```\r\n", "a\r\n\r\n"),
        ("~~~~ py\n~~~\n```\n~~~~~\n", "~~~\n```\n"), ("```\n```", ""), ("```\n\n```\n", "\n"),
        ("  ```\n    a\n   b\n c\n  ```\n", "  a\n b\nc\n"), ("```\n    ```\n```\n", "    ```\n"),
        ("```\n```x\n```\n", "```x\n"), ("  ```\n\ta\n```\n", "  a\n"), ("```\na\n``` \t\n", "a\n"),
    ])
    func `a block holds the bytes between its fences`(text: String, block: String) throws {
        let blocks = try document(text).blocks

        #expect(blocks.map { Array($0.text.utf8) } == [Array(block.utf8)])
    }

    @Test(arguments: [
        "``` a`b\nx\n", "    ```\n    x\n    ```\n", "``\nx\n``\n", "<!--\n```\n-->\n",
        "<pre>\n```\n</pre>\n", "> ```\n> x\n> ```\n",
    ])
    func `what only looks like a fence is prose`(text: String) throws {
        #expect(try document(text).blocks.isEmpty)
    }

    @Test(arguments: [
        ("- a\n\n  ```\n  x\n  ```\n", "x\n"), ("1. a\n   ```\n     x\n   ```\n", "  x\n"),
        ("- ```\n  x\n  ```\n", "x\n"), ("- a\n  - b\n\n    ```\n    x\n    ```\n", "x\n"),
        ("- a\n\n```\nx\n```\n", "x\n"), ("10) a\n\n    ```\n    x\n    ```\n", "x\n"),
        ("-\n  ```\n  x\n  ```\n", "x\n"),
    ])
    func `a block in a list loses the indentation of its item`(text: String, block: String) throws {
        #expect(try document(text).blocks.map(\.text) == [block])
    }

    @Test func `headings of both kinds keep level, title and line`() throws {
        let text = """
            # One #
            ##Not
            ###### Six ## x ##

            Two
            lines
            ====
            Three
            ---

            - item
            ---
            #
            ####### Seven
            """

        let headings = try document(text).headings

        #expect(headings.map(\.title) == ["One", "Six ## x", "Two lines", "Three", ""])
        #expect(headings.map(\.level) == [1, 6, 1, 2, 1])
        #expect(headings.map(\.line) == [1, 3, 5, 8, 13])
    }

    @Test func `elements come in the order of the page, each with its line`() throws {
        let elements = try document("intro\n\n# A\n\ntext\nmore\n\n```py x=1\ny\n```\nend\n")
            .elements

        #expect(elements.count == 5)
        #expect(elements.first == .prose("intro", line: 1))
        #expect(elements[2] == .prose("text\nmore", line: 5))
        #expect(elements.last == .prose("end", line: 11))
        guard case .block(let block) = elements[3] else {
            Issue.record("no block in the fourth place")
            return
        }
        #expect(block.language == "py")
        #expect(block.isPython)
        #expect(block.attribute("x") == "1")
        #expect(block.place.line == 9)
    }

    @Test(arguments: ["# A\n\n```python\nx\n", "# A\n\n```python\nx\n~~~\n", "# A\n\n```python"])
    func `a block without end is refused where it opens`(text: String) throws {
        let error = #expect(throws: ProjectError.self) { try document(text) }

        #expect(error?.line == 3)
        #expect(error?.reason == "The code block that opens here never ends.")
    }

    @Test func `a block of a list item must not leave the item`() throws {
        let error = #expect(throws: ProjectError.self) {
            try document("- a\n\n  ```\n  x\ny\n  ```\n")
        }

        #expect(error?.line == 3)
    }

    @Test func `a block is found under its heading, in any spelling of links`() throws {
        let text =
            "# A Part 1/2\n```py\na\n```\n## B\n```py\nb\n```\n```\nplain\n```\n# C\n```py\nc\n```\n"
        let document = try document(text)
        let place = SourcePlace(file: "n.tdn", line: 1)

        let find = { (title: String, number: Int?) in
            try document.block(under: title, number: number, askedFrom: place).text
        }

        #expect(try find("A Part 1/2", nil) == "a\n")
        #expect(try find("A Part 1", 2) == "a\n")
        #expect(try find("A Part 1/2", 2) == "b\n")
        #expect(try find("a-part-12", nil) == "a\n")
        #expect(try find("b", nil) == "b\n")
        #expect(throws: ProjectError.self) { try find("B", 2) }
        #expect(throws: ProjectError.self) { try find("C", 0) }
    }

    @Test func `any text is read without a trap`() throws {
        let pieces = [
            "```", "~~~", "#", "- ", "1. ", "\t", "  ", "\n", "\r\n", "<!--", "-->", "---", "x",
            "ä",
        ]
        var state: UInt64 = 1
        let scratch = try ScratchFolder()
        var read = 0
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<30 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let path = try scratch.write("d.md", text)
            do throws(ProjectError) {
                _ = try MarkdownDocument(path)
            } catch {
                #expect(error.line != nil)
            }
            read += 1
        }
        #expect(read == 300)
    }
}
