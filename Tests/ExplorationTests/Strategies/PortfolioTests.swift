import Exploration
import Testing

@Suite struct PortfolioTests {
    @Test func `chance has a share, and all is proved in the end`() {
        let program = ToyProgram(steps: [3, 3])
        var portfolio = Portfolio(bound: 20, seed: 1)
        var count = 0
        while let policy = portfolio.next() {
            portfolio.ran(program.run(policy))
            count += 1
        }

        #expect(portfolio.isDone)
        #expect(portfolio.search.exhausted == 20)
        #expect(portfolio.search.counts.reduce(0, +) == 20)
        #expect(portfolio.sampled == count - 20)
        #expect(portfolio.sampled > 0)
    }

    @Test func `another seed gives other walks`() {
        func walks(_ seed: UInt64) -> [Policy.Kind] {
            let program = ToyProgram(steps: [9, 9])
            var portfolio = Portfolio(bound: 3, seed: seed)
            return (0..<40).compactMap { _ in
                guard let policy = portfolio.next() else { return nil }
                portfolio.ran(program.run(policy))
                return policy.kind
            }.filter { $0 != .ordinary }
        }

        #expect(!walks(1).isEmpty)
        #expect(walks(1).contains { if case .draws = $0 { true } else { false } })
        #expect(walks(1) == walks(1))
        #expect(walks(1) != walks(1000))
    }

    @Test(arguments: [1, 2, 16, 100])
    func `schedules that are given ahead prove the same`(ahead: Int) {
        let program = ToyProgram(steps: [4, 4])
        var portfolio = Portfolio(bound: 3, seed: 1)
        var given: [Policy] = []
        repeat {
            while given.count < ahead, let policy = portfolio.next() { given.append(policy) }
            #expect(!given.isEmpty, "it waits for nothing")
            guard !given.isEmpty else { return }
            #expect(!portfolio.isDone, "one of them is still open")
            portfolio.ran(program.run(given.removeFirst()))
        } while !portfolio.isDone || !given.isEmpty

        var alone = BoundedSearch(bound: 3)
        while let policy = alone.next() { alone.ran(program.run(policy)) }
        #expect(portfolio.search.counts == alone.counts)
        #expect(portfolio.search.exhausted == 3)
        #expect(portfolio.sampled > 0)
    }
}
