import Testing

@testable import Learn

struct FailureNameTests {
    @Test(arguments: [
        ("TH101", "TH101"), ("th101", "TH101"), ("OperatorAccessFromThread", "TH101"),
        ("exit 11", "exit 11"), ("expect", "expect"), ("deadlock", "deadlock"),
        ("THREAD CONFLICT", "operator-off-main"), ("blocked-frame", "blocked-frame"),
    ])
    func `one failure has one name, however it is written`(text: String, name: String) {
        #expect(FailureName(text)?.description == name)
    }

    @Test(arguments: ["", "gremlins", "exit soon", "TH000"])
    func `what nothing fails by has no name`(text: String) {
        #expect(FailureName(text) == nil)
    }
}
