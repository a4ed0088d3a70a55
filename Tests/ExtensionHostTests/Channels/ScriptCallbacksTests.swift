import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ScriptCallbacksTests {
    @Test func `its buttons call the setup and custom pulses`() throws {
        let host = try RunningHost()
        try host.text(
            "code",
            """
            def onSetupParameters(scriptOp):
                print('setup', scriptOp.name)
            """)
        try host.check(
            """
            s = parent().create('scriptCHOP', 's')
            s.par.callbacks = 'code'
            s.par.setuppars.pulse()
            """)

        #expect(host.lines == ["setup s"])
    }
}
