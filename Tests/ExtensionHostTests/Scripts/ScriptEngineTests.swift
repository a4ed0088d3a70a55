import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ScriptEngineTests {
    @Test func `what an expression left behind may evaluate another when it ends`() throws {
        let host = try RunningHost()
        try host.text(
            "ending", "class Ending:\n def __del__(self): print(me.evalExpression('1 + 1'))\n")
        try host.text("user", "")

        try host.check(
            """
            op('user').evalExpression("globals().update(kept=mod.ending.Ending())")
            op('user').destroy()
            """)

        #expect(host.lines == ["2"])
    }
}
