import OperatorNetwork
import Testing

@MainActor @Suite struct ParameterTests {
    let network = Network()
    let recorder = ChangeRecorder()
    let evaluator = FakeEvaluator()
    let container: Operator
    let width: Parameter

    init() throws {
        container = try network.create(ContainerCOMP.type, in: network.root)
        width = try #require(container.parameters["w"])
        network.observer = recorder
        network.evaluator = evaluator
    }

    @Test func `a fresh parameter is a default constant`() throws {
        #expect(width.isDefault)
        #expect(width.mode == .constant)
        #expect(try width.evaluate() == .int(400))
        #expect(width.owner === container)
    }

    @Test func `setting a value puts the constant in charge and tells once`() throws {
        width.setExpression("me.par.h")
        try width.set(.int(640))
        try width.set(.int(640))

        #expect(width.mode == .constant)
        #expect(width.value == .int(640))
        #expect(width.expression == "me.par.h")
        #expect(!width.isDefault)
        #expect(
            recorder.lines == ["parameter /container1 w", "parameter /container1 w"])
    }

    @Test func `an expression is evaluated, converted and clamped`() throws {
        evaluator.values["x"] = .double(12.7)

        width.setExpression("x")

        #expect(width.mode == .expression)
        #expect(try width.evaluate() == .int(12))
        #expect(width.value == .int(400))
    }

    @Test func `a bind expression is evaluated too`() throws {
        evaluator.values["op('a').par.w"] = .int(7)

        width.setBindExpression("op('a').par.w")

        #expect(width.mode == .bind)
        #expect(try width.evaluate() == .int(7))
    }

    @Test func `an exported parameter without exporter gives its constant`() throws {
        width.setMode(.export)

        #expect(try width.evaluate() == .int(400))
    }

    @Test func `what an expression raises comes through`() {
        width.setExpression("missing")

        #expect(throws: FakeEvaluator.UnknownExpression.self) { try width.evaluate() }
    }

    @Test func `a result that doesn't fit is refused`() {
        evaluator.values["x"] = .string("wide")
        width.setExpression("x")

        #expect(throws: ParameterError.self) { try width.evaluate() }
    }

    @Test func `an expression that refers to itself ends with TouchDesigner's text`() {
        evaluator.values["x"] = .int(1)
        evaluator.onEvaluate = { _ = try $0.evaluate() }
        width.setExpression("x")

        let error = #expect(throws: ParameterError.self) { try width.evaluate() }

        #expect(error?.message == "Cook dependency loop detected")
        evaluator.onEvaluate = nil
        #expect(throws: Never.self) { try width.evaluate() }
    }

    @Test func `without an evaluator an expression can't be evaluated`() {
        network.evaluator = nil
        width.setExpression("x")

        let error = #expect(throws: ParameterError.self) { try width.evaluate() }

        #expect(error?.kind == .evaluation)
        #expect(error?.description.contains("'w' of /container1") == true)
    }

    @Test func `reset goes back to the default`() throws {
        try width.set(.int(5))
        width.setExpression("x")

        #expect(width.reset())
        #expect(width.isDefault)
        #expect(width.expression.isEmpty)
        #expect(!width.reset())
    }

    @Test func `a pulse is told and leaves the value`() throws {
        let pulse = try #require(container.parameters["reinitextensions"])

        pulse.pulse()

        #expect(recorder.lines == ["pulse /container1 reinitextensions"])
        #expect(pulse.isDefault)
    }

    @Test func `a menu knows the place of its value`() throws {
        let align = try #require(container.parameters["align"])
        #expect(align.menuIndex == 0)

        try align.set(.int(2))

        #expect(align.value == .string("horizrl"))
        #expect(align.menuIndex == 2)
    }

    @Test func `built-in parameters can't be redefined`() {
        #expect(throws: ParameterError.self) { try width.redefine { $0.maximum = 5 } }
    }

    @Test func `a parameter of a destroyed operator is invalid and harmless`() throws {
        try network.destroy(container)

        #expect(!width.isValid)
        try width.set(.int(3))
        width.pulse()
        #expect(width.value == .int(3))
    }
}
