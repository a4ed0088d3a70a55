import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@testable import ExtensionHost

@MainActor @Suite(.serialized)
struct ParameterAccessTests {
    private func parameter(
        _ style: ParameterStyle, _ host: RunningHost
    ) throws -> Parameter {
        let parameters = host.project.parameters
        return try parameters.appendCustom(
            "Value", style: style, on: parameters.customPage(named: "Page")
        ).parameters[0]
    }

    @Test(arguments: [
        (ParameterStyle.float, "2.25"), (.int, "2"), (.str, "2.25"), (.toggle, "True"),
    ])
    func `a value is held as the style has it`(style: ParameterStyle, text: String) throws {
        let host = try RunningHost()
        let parameter = try parameter(style, host)

        try ParameterAccess.set(parameter, 2.25.python())

        #expect(try ParameterAccess.evaluate(parameter).text() == text)
    }

    @Test func `an operator parameter gives the operator, and its text where that is asked`() throws
    {
        let host = try RunningHost()
        let parameter = try parameter(.op, host)
        let box = try host.create(BaseCOMP.type, "box")

        try ParameterAccess.set(parameter, OperatorObject.object(of: box))

        #expect(try OperatorObject.node(of: ParameterAccess.evaluate(parameter)) === box)
        #expect(try ParameterAccess.constant(of: parameter).isString)
        try host.network.destroy(box)
        #expect(try ParameterAccess.evaluate(parameter).isNone)
    }

    @Test func `an expression that comes back to its own parameter is a loop`() throws {
        let host = try RunningHost()
        let parameter = try parameter(.float, host)
        parameter.setExpression("me.par.Value + 1")

        let error = #expect(throws: PythonError.self) { try ParameterAccess.evaluate(parameter) }

        #expect(error?.description.contains("loop") == true)
        #expect(ParameterAccess.current == nil)
    }

    @Test func `a value that does not fit is refused, and the old one stays`() throws {
        let host = try RunningHost()
        let parameter = try parameter(.float, host)
        try ParameterAccess.set(parameter, 1.5.python())

        #expect(throws: PythonError.self) {
            try ParameterAccess.set(parameter, "no number".python())
        }

        #expect(try ParameterAccess.evaluate(parameter).text() == "1.5")
    }
}
