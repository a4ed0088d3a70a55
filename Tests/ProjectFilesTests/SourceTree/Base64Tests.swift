import Testing

@testable import ProjectFiles

@Suite struct Base64Tests {
    @Test func `bytes come back, with any padding`() {
        #expect(Base64.bytes(of: "AAEC/w==") == [0, 1, 2, 255])
        #expect(Base64.bytes(of: "//79\n+/o=") == [255, 254, 253, 251, 250])
        #expect(Base64.bytes(of: "") == [])
    }

    @Test(arguments: ["A", "AAA", "A===", "AA=A", "AA!=", "===="])
    func `what is no base64 is nil`(text: String) {
        #expect(Base64.bytes(of: text) == nil)
    }
}
