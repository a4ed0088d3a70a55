import Exploration
import Testing

@Suite struct OneAfterAnotherTests {
    private let program = ToyProgram(steps: [3, 3])

    @Test func `schedules are run when they are taken, in the order in which they were given`() {
        var kinds: [Policy.Kind] = []
        let runner = OneAfterAnother { policy, _ in
            kinds.append(policy.kind)
            return program.run(policy)
        }
        runner.give(Policy(kind: .walk(seed: 1)), .own)
        runner.give(Policy(kind: .walk(seed: 2)), .own)
        #expect(kinds.isEmpty)

        #expect(runner.take(mayBegin: true) != nil)
        _ = runner.run(Policy(), .own)
        #expect(runner.take(mayBegin: true) != nil)

        #expect(kinds == [.walk(seed: 1), .ordinary, .walk(seed: 2)])
        #expect(runner.take(mayBegin: true) == nil)
    }

    @Test func `nothing is run that may not begin, and nothing that was dropped`() {
        let runner = OneAfterAnother { policy, _ in program.run(policy) }
        runner.give(Policy(), .own)

        #expect(runner.take(mayBegin: false) == nil)
        runner.dropRest()
        #expect(runner.take(mayBegin: true) == nil)
    }
}
