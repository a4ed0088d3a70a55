import Exploration
import Testing

@Suite struct ShrinkingTests {
    /// Broken when thread 1 makes a step between the first and the last of thread 0.
    private let program = ToyProgram(steps: [6, 6]) { order in
        guard let last = order.lastIndex(of: 0), let first = order.firstIndex(of: 0) else {
            return false
        }
        return order[first..<last].contains(1)
    }

    @Test(arguments: 1...20)
    func `few preemptions are left where one is enough`(seed: UInt64) {
        let found = program.run(Policy(kind: .walk(seed: seed)))
        guard let defect = found.defects.first else { return }

        let shrunk = Shrinking(defect.key, run: program.run).shrunk(found)

        // Two that only together can be left out stay.
        #expect(shrunk.preemptions == 1 || shrunk.preemptions == 3)
        #expect(shrunk.defect(defect.key) != nil)
    }

    @Test func `some of those orders are long before they are shrunk`() {
        let found = (1...20).map { program.run(Policy(kind: .walk(seed: $0))) }

        #expect(found.contains { !$0.defects.isEmpty && $0.preemptions > 3 })
    }

    @Test func `an order without preemptions stays as it is`() {
        let always = ToyProgram(steps: [2, 2]) { _ in true }
        let found = always.run(Policy())

        let shrunk = Shrinking("exception It breaks.", run: always.run).shrunk(found)

        #expect(shrunk.choices == found.choices)
    }
}
