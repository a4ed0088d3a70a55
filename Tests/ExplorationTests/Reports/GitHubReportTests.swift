import Exploration
import Testing

@Suite struct GitHubReportTests {
    @Test func `a defect is an error at its line, on one line`() {
        let lines = GitHubReport.lines([ReportSamples.failed])

        #expect(lines.count == 1)
        #expect(
            lines.first?.hasPrefix(
                "::error file=a%2Cb.py,line=3,title=TH501 lost update::One <loses>%0A")
                == true)
        #expect(lines.first?.contains("[worker] a,b.py:2  read()") == true)
        #expect(lines.first?.hasSuffix("understudy replay a-1.tdsched") == true)
    }

    @Test func `what was not proved is a notice, and a proof needs no words`() {
        #expect(GitHubReport.lines([ReportSamples.proved]).isEmpty)
        #expect(
            GitHubReport.lines([ReportSamples.unproved]).map { $0.prefix(20) }
                == ["::notice title=/proj"])
    }
}
