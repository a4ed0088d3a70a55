import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct DebugFunctionTests {
    @Test func `debug prints its arguments and where it was called`() throws {
        let host = try RunningHost()
        try host.text("tools", "def f():\n    debug('one', 2)\n")

        try host.check("op('tools').module.f()")

        #expect(host.lines == ["one 2 ", "  (Debug - DAT:/project1/tools fn:f line:2)"])
    }

    @Test func `debug follows the style that tdu.debug sets`() throws {
        let host = try RunningHost()
        try host.text("tools", "def f():\n    debug('one', 2)\n")

        try host.check(
            """
            op('tools').module.f()
            tdu.debug.setStyle(showDAT=False, printStyle='repr')
            op('tools').module.f()
            tdu.debug.setStyle(suppress=True)
            op('tools').module.f()
            tdu.debug.setStyle(suppress=False, showDAT=True, printStyle=None)
            """)

        #expect(
            host.lines == [
                "one 2 ", "  (Debug - DAT:/project1/tools fn:f line:2)", "'one' 2 ",
                "  (Debug - fn:f line:2)",
            ])
    }
}
