import OperatorNetwork
import Testing

@MainActor @Suite struct CookGraphTests {
    let network = Network()
    let evaluator = SumEvaluator()

    init() {
        network.evaluator = evaluator
    }

    private func parameter(_ name: String, _ expression: String? = nil) throws -> Parameter {
        let owner = try network.create(TestTypes.number, named: name, in: network.root)
        let parameter = try #require(owner.parameters["value"])
        if let expression { parameter.setExpression(expression) }
        return parameter
    }

    @Test func `an expression is evaluated again only after what it read has changed`() throws {
        let base = try parameter("base")
        let reader = try parameter("reader", "base.value + 1")

        #expect(try evaluator.evaluations { _ = try reader.evaluate() } == 1)
        #expect(try evaluator.evaluations { _ = try reader.evaluate() } == 0)
        try base.set(.double(4))

        #expect(try evaluator.evaluations { _ = try reader.evaluate() } == 1)
        #expect(try reader.evaluate() == .double(5))
    }

    @Test func `nothing is evaluated before somebody asks`() throws {
        let base = try parameter("base")
        let reader = try parameter("reader", "base.value + 1")
        _ = try reader.evaluate()

        let evaluations = try evaluator.evaluations {
            for value in 1...100 { try base.set(.double(Double(value))) }
        }

        #expect(evaluations == 0)
        #expect(try reader.evaluate() == .double(101))
    }

    @Test func `a result that stays the same spares those that depend on it`() throws {
        let left = try parameter("left")
        let right = try parameter("right")
        let sum = try parameter("sum", "left.value + right.value")
        let reader = try parameter("reader", "sum.value + 1")
        _ = try reader.evaluate()
        try left.set(.double(3))
        try right.set(.double(-3))

        #expect(try evaluator.evaluations { _ = try reader.evaluate() } == 1)
        #expect(try sum.evaluate() == .double(0))
    }

    @Test func `a chain of 10,000 needs no deep stack, and again only what is dirty`() throws {
        let count = 10_000
        var chain = [try parameter("p0")]
        for index in 1..<count {
            chain.append(try parameter("p\(index)", "p\(index - 1).value + 1"))
        }

        // What is asked for too deep inside is given up once and evaluated again.
        #expect(try evaluator.evaluations { _ = try chain[count - 1].evaluate() } < 2 * count)
        #expect(try chain[count - 1].evaluate() == .double(Double(count - 1)))
        try chain[0].set(.double(1))
        #expect(
            try evaluator.evaluations { _ = try chain[count - 1].evaluate() } == count - 1)
        #expect(try chain[count - 1].evaluate() == .double(Double(count)))
        chain[count / 2].setExpression("p\(count / 2 - 1).value + 2")
        #expect(
            try evaluator.evaluations { _ = try chain[count - 1].evaluate() } == count / 2)
        #expect(try chain[count - 1].evaluate() == .double(Double(count + 1)))
    }

    @Test func `of 10,000 that are read at one place only the changed one is evaluated`() throws {
        let count = 10_000
        let bases = try (0..<count).map { try parameter("b\($0)") }
        for index in 0..<count { _ = try parameter("e\(index)", "b\(index).value + 1") }
        let sum = try parameter(
            "sum", (0..<count).map { "e\($0).value" }.joined(separator: " + "))
        #expect(try sum.evaluate() == .double(Double(count)))

        try bases[5000].set(.double(7))

        #expect(try evaluator.evaluations { _ = try sum.evaluate() } == 2)
        #expect(try sum.evaluate() == .double(Double(count + 7)))
    }

    @Test func `expressions that need each other are told as a loop, by name`() throws {
        let one = try parameter("one", "two.value + 1")
        _ = try parameter("two", "one.value + 1")

        let error = #expect(throws: ParameterError.self) { try one.evaluate() }

        #expect(error?.message == "Cook dependency loop detected")
        #expect(error?.explanation.contains("/one") == true)
        one.setExpression("3")
        #expect(try one.evaluate() == .double(3))
        #expect(try network.root.child(named: "two")?.parameters["value"]?.evaluate() == .double(4))
    }

    @Test func `a failure is told again without evaluating, until something changes`() throws {
        let base = try parameter("base", "broken")
        let reader = try parameter("reader", "base.value + 1")
        #expect(throws: SumEvaluator.Broken.self) { try reader.evaluate() }

        base.setExpression("2")

        #expect(try reader.evaluate() == .double(3))
    }

    @Test func `a long chain on a failure fails in linear time`() throws {
        let count = 2000
        var last = try parameter("p0", "p1.value")
        _ = last
        for index in 1..<count {
            last = try parameter("p\(index)", index == 1 ? "base.None" : "p\(index - 1).value")
        }

        let evaluations = evaluator.evaluations {
            #expect(throws: SumEvaluator.Broken.self) { try last.evaluate() }
            #expect(throws: SumEvaluator.Broken.self) { try last.evaluate() }
        }

        #expect(evaluations < 3 * count)
    }

    @Test func `what does not tell of its changes is evaluated whenever it is asked for`() throws {
        _ = try parameter("base", "untold")
        let reader = try parameter("reader", "base.value + base.value + 1")
        _ = try reader.evaluate()
        evaluator.untold = 5

        #expect(try reader.evaluate() == .double(11))
        // Only the untold one: its value is what it was.
        #expect(try evaluator.evaluations { _ = try reader.evaluate() } == 1)
    }

    @Test func `a name that comes or goes changes what an expression finds`() throws {
        let reader = try parameter("reader", "late.value + 1")
        #expect(throws: SumEvaluator.Broken.self) { try reader.evaluate() }

        let late = try parameter("late", "4")
        #expect(try reader.evaluate() == .double(5))
        try network.rename(#require(late.owner), to: "later")

        #expect(throws: SumEvaluator.Broken.self) { try reader.evaluate() }
    }

    @Test func `what is gone is no longer depended on`() throws {
        let base = try parameter("base")
        let reader = try parameter("reader", "base.value + 1")
        _ = try reader.evaluate()
        try network.destroy(#require(reader.owner))

        try base.set(.double(2))

        #expect(try evaluator.evaluations { _ = try base.evaluate() } == 0)
        #expect(throws: (any Error).self) { try reader.evaluate() }
    }
}
