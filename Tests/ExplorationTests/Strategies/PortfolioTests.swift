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
            var portfolio = Portfolio(bound: 3, seed: seed)
            return (0..<40).compactMap { _ in portfolio.next()?.kind }.filter { $0 != .ordinary }
        }

        #expect(!walks(1).isEmpty)
        #expect(walks(1).contains { if case .draws = $0 { true } else { false } })
        #expect(walks(1) == walks(1))
        #expect(walks(1) != walks(1000))
    }
}
