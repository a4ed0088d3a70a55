import TestSupport
import Testing
import Verify

/// Every rule's page is its test: what its examples mark is found, and nothing else.
@MainActor @Suite(.serialized) struct RuleDocumentTests {
    @Test(arguments: RuleCatalog.all.map { $0.id })
    func `a rule finds what its page marks, and nothing in the code that keeps it`(id: String)
        throws
    {
        try PythonSuite.start()
        let rule = try #require(RuleCatalog.rule(id))
        let page = try #require(RuleDocument.text(of: rule), "there is no page \(id).md")
        let examples = Example.all(in: page)

        #expect(examples.contains { $0.isBad })
        #expect(examples.contains { !$0.isBad })
        for example in examples {
            let check = StaticCheck(
                [.init(name: "example", file: "\(id).md", firstLine: 1, text: example.text)],
                rules: [rule])
            #expect(check.unreadable.isEmpty)
            #expect(check.findings.map(\.location.line) == example.marked, "\(example.text)")
            // What runs alone can show is tried by running it: ExplainCommandTests.
            #expect(example.isBad == !example.marked.isEmpty || rule is any RunTimeRule.Type)
        }
    }

    @Test func `numbers and names are told apart`() {
        let rules = RuleCatalog.all

        #expect(Set(rules.map { $0.id }).count == rules.count)
        #expect(Set(rules.map { $0.name }).count == rules.count)
        #expect(rules.map { $0.id } == rules.map { $0.id }.sorted())
    }

    /// One fenced block of a page.
    private struct Example {
        let isBad: Bool
        let text: String
        /// The lines that end in `# <- here`.
        let marked: [Int]

        static func all(in page: String) -> [Example] {
            var found: [Example] = []
            var block: [Substring]?
            var isBad = false
            for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
                if let open = block, line == "```" {
                    let marked = open.enumerated().compactMap {
                        $1.hasSuffix("# <- here") ? $0 + 1 : nil
                    }
                    found.append(
                        Example(
                            isBad: isBad, text: open.joined(separator: "\n") + "\n", marked: marked)
                    )
                    block = nil
                } else if line.hasPrefix("```python") {
                    isBad = line.hasSuffix(" breaks")
                    block = []
                } else {
                    block?.append(line)
                }
            }
            return found
        }
    }
}
