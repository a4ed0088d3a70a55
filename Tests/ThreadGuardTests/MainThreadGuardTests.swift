import Testing
import ThreadGuard

struct MainThreadGuardTests {
    @Test func `a fault is refused with its message and recorded`() {
        let judge = MainThreadGuard()

        let verdict = judge.judge(.example())

        #expect(verdict == .refuse(message: Fault.example().message))
        #expect(judge.log.faultCount == 1)
    }

    @Test func `the policy report lets a fault pass and records it`() {
        let judge = MainThreadGuard(policy: .report)

        let verdict = judge.judge(.example())

        #expect(verdict == .allow)
        #expect(judge.log.faultCount == 1)
    }

    @Test func `the policy abort ends the program and records the fault`() {
        let judge = MainThreadGuard(policy: .abort)

        let verdict = judge.judge(.example())

        #expect(verdict == .abort)
        #expect(judge.log.faultCount == 1)
    }

    @Test(arguments: GuardPolicy.allCases)
    func `run() off the main thread is an advice and never refused`(policy: GuardPolicy) {
        let judge = MainThreadGuard(policy: policy)

        let verdict = judge.judge(.example(rule: .runFromThread))

        #expect(verdict == .allow)
        #expect(judge.log.faultCount == 0)
        #expect(judge.log.adviceCount == 1)
    }

    @Test func `a strict guard refuses run() off the main thread`() {
        let judge = MainThreadGuard(isStrict: true)

        let verdict = judge.judge(.example(rule: .runFromThread))

        #expect(verdict == .refuse(message: Fault.example(rule: .runFromThread).message))
        #expect(judge.log.faultCount == 1)
        #expect(judge.log.adviceCount == 0)
    }
}
