import Exploration
import Testing

@Suite struct DefectRuleTests {
    @Test func `every kind of defect belongs to a rule`() {
        for kind in Defect.Kind.allCases {
            #expect(Defect(kind, "It is.").rule.hasPrefix("TH"), "\(kind)")
            #expect(DefectRule.all.contains(Defect(kind, "It is.").rule))
        }
    }

    @Test(arguments: [
        ("AttributeError: 'Server' object has no attribute 'stop'", false, "TH601"),
        ("AttributeError: 'NoneType' object has no attribute 'append'", false, "TH701"),
        ("TypeError: object of type 'NoneType' has no len()", true, "TH701"),
        ("AttributeError: module 'a' has no attribute 'b'", false, "TH701"),
        ("RuntimeError: dictionary changed size during iteration", false, "TH508"),
        ("_queue.Empty", false, "TH403"),
        ("RuntimeError: threads can only be started once", false, "TH203"),
        ("ValueError: no", true, "TH603"), ("ValueError: no", false, "TH701"),
        ("AssertionError: 1", true, "TH701"),
    ])
    func `an exception belongs to the rule that its words tell of`(
        message: String, isInThread: Bool, rule: String
    ) {
        #expect(DefectRule.exception(message, isInThread: isInThread) == rule)
    }

    @Test(arguments: [
        ("get", "TH301"), ("put", "TH301"), ("sleep", "TH303"), ("", "TH304"), ("join", "TH302"),
        ("result", "TH302"),
    ])
    func `a wait in a frame belongs to the rule of what waits`(call: String, rule: String) {
        #expect(DefectRule.frameWait(call) == rule)
    }

    @Test func `who waits for an item for ever lacks an end, and in a frame must not wait at all`()
    {
        #expect(DefectRule.vainWait("an item of a queue", isInFrame: false) == "TH204")
        #expect(DefectRule.vainWait("an item of a queue", isInFrame: true) == "TH301")
        #expect(DefectRule.vainWait("the end of Thread-1", isInFrame: true) == "TH206")
        #expect(DefectRule.vainWait("an event", isInFrame: true) == "TH207")
        #expect(DefectRule.vainWait("an event loop to be stopped", isInFrame: true) == "TH306")
        #expect(DefectRule.vainWait("a lock that it has itself", isInFrame: true) == "TH509")
        #expect(DefectRule.vainWait("the time", isInFrame: true) == "TH302")
    }

    @Test func `an access belongs to the rule of what it does`() {
        #expect(DefectRule.access("RunFromThread", isRead: false) == "TH105")
        #expect(DefectRule.access("OperatorAccessFromThread", isRead: true) == "TH102")
        #expect(DefectRule.access("OperatorAccessFromThread", isRead: false) == "TH101")
    }
}
