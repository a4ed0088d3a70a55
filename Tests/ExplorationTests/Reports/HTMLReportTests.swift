import Exploration
import Foundation
import Testing

@Suite struct HTMLReportTests {
    private let page = HTMLReport.text(
        [ReportSamples.failed, ReportSamples.proved], target: "a & b.py", check: ["1 <finding>"])

    @Test func `threads run in columns of their own`() {
        #expect(page.contains("<th>MainThread</th><th>worker</th>"))
        #expect(
            page.contains("<td></td><td class=\"runs\"><i>a,b.py:2</i><code>read()</code></td>"))
        #expect(page.components(separatedBy: "<tr class=\"switch\">").count == 3)
    }

    @Test func `where not all is proved that was asked for, the mark does not deny what is`() {
        let page = HTMLReport.text([ReportSamples.unproved], target: "a.py", check: [])

        #expect(page.contains("<span class=\"unproved\">not all orders were run</span>"))
        #expect(!page.contains(">unproved<"))
    }

    @Test func `the last row tells where threads stand`() {
        #expect(
            page.contains(
                "<tr class=\"end\"><td></td><td class=\"runs\"><i>a,b.py:2  read()</i>had written</td></tr>"
            ))
    }

    @Test func `what the project writes is text and no markup`() {
        #expect(page.contains("<h1>a &amp; b.py <span class=\"failed\">failed</span></h1>"))
        #expect(page.contains("One &lt;loses&gt; <code>TH501</code>"))
        #expect(page.contains("self.n = n &amp; 1"))
        #expect(page.contains("1 &lt;finding&gt;"))
    }

    @Test func `the page loads nothing`() {
        for word in ["http:", "https:", "<script", "<link", "<img", "@import", "url("] {
            #expect(!page.contains(word), "\(word)")
        }
    }
}
