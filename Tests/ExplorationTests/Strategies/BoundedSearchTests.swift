import Exploration
import Testing

@Suite struct BoundedSearchTests {
    private func orders(_ program: ToyProgram, bound: Int) -> (Set<UInt64>, BoundedSearch) {
        var search = BoundedSearch(bound: bound)
        var seen: Set<UInt64> = []
        while let policy = search.next() {
            let execution = program.run(policy)
            #expect(seen.insert(execution.hash).inserted, "no order is run twice")
            search.ran(execution)
        }
        return (seen, search)
    }

    /// The ways to mix steps of two threads: n over k.
    private func mixes(_ first: Int, _ second: Int) -> Int {
        (0..<second).reduce(1) { $0 * (first + second - $1) / ($1 + 1) }
    }

    @Test(arguments: [(1, 1), (2, 2), (3, 2), (4, 4), (5, 3)])
    func `with enough preemptions every order of two threads is run once`(first: Int, second: Int) {
        let (seen, search) = orders(ToyProgram(steps: [first, second]), bound: 20)

        #expect(seen.count == mixes(first, second))
        #expect(search.isDone)
        #expect(search.exhausted == 20)
    }

    @Test func `three threads of two steps have ninety orders`() {
        #expect(orders(ToyProgram(steps: [2, 2, 2]), bound: 20).0.count == 90)
    }

    @Test func `without preemptions threads only follow each other`() {
        let (seen, search) = orders(ToyProgram(steps: [3, 3, 3]), bound: 0)

        // Thread 0 has the processor at the start; the two others follow in either order.
        #expect(seen.count == 2)
        #expect(search.counts == [2])
    }

    @Test func `a bound counts the schedules below it by their preemptions`() {
        let program = ToyProgram(steps: [4, 4])
        let all = orders(program, bound: 20).1.counts
        for bound in 0...4 {
            #expect(orders(program, bound: bound).1.counts == Array(all[...bound]))
        }
    }

    @Test func `what was not run is not claimed`() {
        var search = BoundedSearch(bound: 2)
        #expect(search.exhausted == nil)

        guard let policy = search.next() else { return }
        #expect(search.exhausted == nil, "the first schedule is still running")
        search.ran(ToyProgram(steps: [2, 2]).run(policy))

        #expect(search.exhausted == 0)
        #expect(!search.isDone)
    }

    @Test func `schedules that were cut prove nothing`() {
        var search = BoundedSearch(bound: 0)
        guard let policy = search.next() else { return }
        var execution = ToyProgram(steps: [1, 1]).run(policy)
        execution.isCut = true
        search.ran(execution)

        #expect(search.isCut)
        #expect(search.exhausted == nil)
    }

    @Test func `a schedule that does not come to its end proves nothing`() {
        var search = BoundedSearch(bound: 2)
        guard let policy = search.next() else { return }
        var execution = ToyProgram(steps: [1, 1]).run(policy)
        execution.decisions = []
        execution.defects = [Defect(.overdue, "The time was up.", isAdvice: true)]
        search.ran(execution)

        #expect(search.exhausted == nil)
        #expect(search.isCut)
    }

    @Test func `what was given and is not known yet is not claimed`() {
        let program = ToyProgram(steps: [3, 3])
        var search = BoundedSearch(bound: 2)
        if let policy = search.next() { search.ran(program.run(policy)) }
        var given: [Policy] = []
        while let policy = search.next() { given.append(policy) }

        #expect(given.count > 1)
        #expect(search.next() == nil)
        #expect(!search.isDone)
        #expect(search.exhausted == 0)
        for policy in given { search.ran(program.run(policy)) }
        #expect(search.next() != nil)
    }
}
