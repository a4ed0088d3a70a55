import Testing

@testable import Learn

struct GradesJUnitTests {
    @Test func `it is XML, whatever names and messages hold`() {
        let text = GradesJUnit([SampleGrade.value]).text

        #expect(text.contains("tests=\"2\" failures=\"1\""))
        #expect(text.contains("name=\"A sum: &lt;keep&gt;\""))
        #expect(text.contains("<failure message=\"It is &quot;1&quot; &amp; not 42.\u{FFFD}\">"))
        #expect(text.contains("classname=\"sum\" name=\"A sum: add\"/>"))
    }
}
