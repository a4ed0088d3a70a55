import Testing
import ThreadGuard

struct FaultTests {
    @Test func `the message says who did what where and what to do instead`() {
        let fault = Fault.example()

        #expect(
            fault.message == """
                THREAD CONFLICT: thread "Thread-1 (worker)" called appendRow() of /project1/table1 \
                at fetch.py:14 in worker; only the main thread may do that: put the value in a \
                queue.Queue and use it in onFrameStart.
                """)
    }

    @Test func `the message of a read tells to pass the value in`() {
        let access = Access(operatorPath: "absTime", member: "frame", kind: .read)
        var fault = Fault.example(access: access)
        fault.stack = []

        #expect(
            fault.message == """
                THREAD CONFLICT: thread "Thread-1 (worker)" read frame of absTime; only the main \
                thread may read it: read it before the thread starts and pass the value in.
                """)
    }

    @Test(arguments: FaultRule.allCases, Access.Kind.allCases)
    func `every message begins with the words of TouchDesigner`(
        rule: FaultRule, kind: Access.Kind
    ) {
        let access = Access(operatorPath: "/a", member: "text", kind: kind)

        #expect(Fault.example(access: access, rule: rule).message.hasPrefix("THREAD CONFLICT: "))
    }
}
