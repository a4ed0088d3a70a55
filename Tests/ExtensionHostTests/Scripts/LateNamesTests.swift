import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@testable import ExtensionHost

@MainActor @Suite(.serialized)
struct LateNamesTests {
    private func needed(by text: String) throws -> Set<String> {
        let code = try PythonSource(text, fileName: "<test>").compile()
        return try LateNames.needed(by: code, text: text)
    }

    @Test func `code needs the classes and modules it mentions, and no other`() throws {
        _ = try RunningHost()

        #expect(
            try needed(by: "def kinds(): return [noiseTOP, math.pi, other, nothingTOP]")
                == ["noiseTOP", "math"])
        #expect(try needed(by: "def f(a: 'list[waveCHOP]'): return tdu") == ["waveCHOP", "tdu"])
        #expect(try needed(by: "x = 1; print(x)").isEmpty)
    }

    @Test(arguments: [
        "eval('math.pi') > 3", "eval('blurTOP').__name__ == 'blurTOP'", "'levelTOP' in globals()",
        "vars()['traceback'] is not None", "[eval('rampTOP') for _ in 'x'][0] is td.rampTOP",
    ])
    func `code that names things in texts finds them all`(expression: String) throws {
        let host = try RunningHost()

        #expect(host.evaluate(expression) == "True", "\(host.errors)")
        try host.text("reaching", "answer = \(expression)")
        #expect(host.evaluate("op('reaching').module.answer") == "True", "\(host.errors)")
        try host.run("parent().store('answer', \(expression))")
        #expect(host.evaluate("me.fetch('answer')") == "True", "\(host.errors)")
    }

    @Test func `par.eval() is not taken for eval()`() throws {
        _ = try RunningHost()

        #expect(try needed(by: "def f(o): return o.par.file.eval()").isEmpty)
        #expect(try needed(by: "def f(o): return eval('1')").count > 600)
        #expect(try needed(by: "def f(o): return o.par.file.eval(), vars").count > 600)
    }

    @Test func `annotations are resolved, as texts too`() throws {
        let host = try RunningHost()
        try host.text(
            "notes",
            """
            from __future__ import annotations
            import typing
            def f(a: noiseTOP | None, b: list[waveCHOP]) -> 'PanelCOMP': ...
            hints = typing.get_type_hints(f)
            """)

        #expect(
            host.evaluate("op('notes').module.hints['return'] is td.PanelCOMP") == "True",
            "\(host.errors)")
    }
}
