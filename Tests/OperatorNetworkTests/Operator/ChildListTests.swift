import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ChildListTests {
    private let network = Network()

    @Test func `children are found by name whatever came, went and was renamed before`() throws {
        var state: UInt64 = 7
        // Steele, Lea and Flood's SplitMix.
        func random(below limit: UInt64) -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
            return (mixed ^ mixed >> 31) % limit
        }
        var expected: [String: Operator] = [:]
        var order: [Operator] = []

        for _ in 0..<4_000 {
            let name = "n\(random(below: 300))"
            switch random(below: 4) {
            case 0, 1:
                guard expected[name] == nil else { continue }
                let made = try network.create(BaseCOMP.type, named: name, in: network.root)
                expected[name] = made
                order.append(made)
            case 2:
                guard let gone = expected.removeValue(forKey: name) else { continue }
                try network.destroy(gone)
                order.removeAll { $0 === gone }
            default:
                let other = "n\(random(below: 300))"
                guard expected[other] == nil, let moved = expected.removeValue(forKey: name)
                else { continue }
                try network.rename(moved, to: other)
                expected[other] = moved
            }
        }

        for number in 0..<300 {
            #expect(network.root.child(named: "n\(number)") === expected["n\(number)"])
        }
        #expect(network.root.numChildren == expected.count)
        #expect(network.root.children.map(\.id) == order.map(\.id))
        #expect(network.root.child(named: "N1") == nil && network.root.child(named: "") == nil)
    }

    @Test func `a freed number is given again, also among many`() throws {
        for _ in 0..<100 { _ = try network.create(BaseCOMP.type, in: network.root) }

        try network.destroy(try #require(network.root.child(named: "base41")))

        #expect(try network.create(BaseCOMP.type, in: network.root).name == "base41")
        #expect(try network.create(BaseCOMP.type, in: network.root).name == "base101")
    }
}
