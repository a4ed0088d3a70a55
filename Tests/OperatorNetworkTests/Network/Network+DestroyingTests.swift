import OperatorNetwork
import Testing

@MainActor @Suite struct NetworkDestroyingTests {
    let network = Network()
    let recorder = ChangeRecorder()
    let outer: Operator
    let inner: Operator

    init() throws {
        outer = try network.create(BaseCOMP.type, named: "outer", in: network.root)
        inner = try network.create(TextDAT.type, named: "inner", in: outer)
        network.observer = recorder
    }

    @Test func `all are told while whole, then go from the inside out`() throws {
        try network.destroy(outer)

        #expect(
            recorder.lines == [
                "willDestroy /outer", "willDestroy /outer/inner",
                "destroyed \(inner.id.number)", "destroyed \(outer.id.number)",
            ])
    }

    @Test func `a destroyed operator is invalid and stands nowhere`() throws {
        try network.destroy(outer)

        for gone in [outer, inner] {
            #expect(!gone.isValid)
            #expect(gone.parent == nil)
            #expect(gone.children.isEmpty)
            #expect(gone.network == nil)
        }
        #expect(network.root.children.isEmpty)
        #expect(network.count == 1)
    }

    @Test func `destroying twice is refused`() throws {
        try network.destroy(inner)

        let error = #expect(throws: NetworkError.self) { try network.destroy(inner) }

        #expect(
            error?.description
                == "'inner' can't be destroyed: it is destroyed, or belongs to another network; "
                + "look the operator up again.")
    }

    @Test func `an observer may destroy the same operators again without harm`() throws {
        recorder.onChange = { [inner, outer] network, change in
            guard case .willDestroy = change else { return }
            #expect(throws: Never.self) { try network.destroy(inner) }
            #expect(throws: Never.self) { try network.destroy(outer) }
        }

        try network.destroy(outer)

        #expect(recorder.lines.count == 4)
        #expect(network.count == 1)
    }

    @Test func `an observer may destroy the parent of what goes`() throws {
        var isFirst = true
        recorder.onChange = { [outer] network, change in
            guard case .willDestroy = change, isFirst else { return }
            isFirst = false
            #expect(throws: Never.self) { try network.destroy(outer) }
        }

        try network.destroy(inner)

        #expect(!outer.isValid)
        #expect(!inner.isValid)
        #expect(recorder.lines.count { $0.hasPrefix("destroyed") } == 2)
    }

    @Test func `nothing can be created inside what is going`() throws {
        var refusals = 0
        recorder.onChange = { [outer] network, change in
            guard case .willDestroy = change else { return }
            if (try? network.create(TextDAT.type, in: outer)) == nil { refusals += 1 }
        }

        try network.destroy(outer)

        #expect(refusals == 2)
        #expect(network.count == 1)
    }

    @Test func `ten thousand levels are destroyed without overflowing the stack`() throws {
        // The recorder writes out every path, which is quadratic in the depth.
        network.observer = nil
        var deepest = outer
        for _ in 0..<10_000 { deepest = try network.create(BaseCOMP.type, in: deepest) }

        try network.destroy(outer)

        #expect(network.count == 1)
        #expect(!deepest.isValid)
    }

    @Test func `a network a hundred thousand levels deep goes as a whole`() throws {
        weak var witness: Operator?
        do {
            let deep = Network()
            var deepest = deep.root
            for _ in 0..<100_000 { deepest = try deep.create(BaseCOMP.type, in: deepest) }
            witness = deepest
        }

        #expect(witness == nil)
    }
}
