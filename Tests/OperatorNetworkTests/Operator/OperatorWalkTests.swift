import OperatorNetwork
import Testing

@MainActor @Suite struct OperatorWalkTests {
    let network = Network()

    init() throws {
        let a = try network.create(BaseCOMP.type, named: "a", in: network.root)
        let b = try network.create(BaseCOMP.type, named: "b", in: a)
        _ = try network.create(TextDAT.type, named: "c", in: b)
        _ = try network.create(TextDAT.type, named: "d", in: a)
        _ = try network.create(TextDAT.type, named: "e", in: network.root)
    }

    @Test func `each operator comes before what it holds, with its depth`() {
        let steps = network.root.descendants.map { "\($0.operator.name)\($0.depth)" }

        #expect(steps == ["a1", "b2", "c3", "d2", "e1"])
    }

    @Test func `a walk goes no deeper than asked`() {
        let names = OperatorWalk(from: network.root, deepest: 2).map(\.operator.name)

        #expect(names == ["a", "b", "d", "e"])
        #expect(OperatorWalk(from: network.root, deepest: 0).map(\.depth).isEmpty)
    }

    @Test func `utility operators are left out with all they hold`() {
        network.root.child(named: "a")?.child(named: "b")?.flags.insert(.utility)

        let names = OperatorWalk(from: network.root, includingUtility: false).map(\.operator.name)

        #expect(names == ["a", "d", "e"])
    }
}
