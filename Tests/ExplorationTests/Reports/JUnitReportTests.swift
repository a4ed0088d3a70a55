import Exploration
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct JUnitReportTests {
    private let text = JUnitReport.text(
        [ReportSamples.failed, ReportSamples.proved, ReportSamples.unproved],
        check: """
            {"findings": [{"rule": "TH101", "severity": "error", "message": "No <op> here",
            "help": "Queue.", "file": "a.py", "line": 4, "name": "x"}]}
            """)

    /// Counts elements and keeps the attributes of some.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [(name: String, attributes: [String: String])] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            elements.append((name, attributes))
        }
    }

    private func elements(_ name: String) -> [[String: String]] {
        let reader = Reader()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        #expect(parser.parse())
        return reader.elements.filter { $0.name == name }.map(\.attributes)
    }

    @Test func `each component is a suite, and so are the static rules`() {
        let suites = elements("testsuite")

        #expect(
            suites.map { $0["name"] } == [
                "static rules", "/project1/counter", "/project1/proved", "/project1/open",
            ])
        #expect(suites.map { $0["failures"] } == ["1", "1", "0", "0"])
        #expect(suites.map { $0["tests"] } == ["1", "1", "2", "2"])
        #expect(suites.map { $0["skipped"] } == ["0", "0", "0", "1"])
    }

    @Test func `failures say what and why`() {
        let failures = elements("failure")

        #expect(failures.map { $0["type"] } == ["TH101", "TH501"])
        #expect(failures.map { $0["message"] } == ["No <op> here", "One <loses>"])
    }
}
