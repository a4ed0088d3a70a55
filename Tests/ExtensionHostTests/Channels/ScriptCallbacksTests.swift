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

    @Test func `a Script DAT's button calls the setup once`() throws {
        let host = try RunningHost()
        try host.text("code", "def setupParameters(scriptOp): print('setup', scriptOp.name)")

        try host.check(
            """
            s = parent().create('scriptDAT', 's', initialize=False)
            s.par.callbacks = 'code'
            s.par.setuppars.pulse()
            """)

        #expect(host.lines == ["setup s"])
    }

    @Test(arguments: ["scriptDAT", "scriptCHOP"])
    func `what its code raises is its error, and told with the DAT`(type: String) throws {
        let host = try RunningHost()
        try host.text("code", "def cook(scriptOp): raise ValueError('not today')")

        try host.check(
            """
            s = parent().create('\(type)', 's', initialize=False)
            s.par.callbacks = 'code'
            s.cook(force=True)
            assert '/project1/code: ValueError: not today' in s.errors(), s.errors()
            assert 'not today' in op('code').scriptErrors()
            """)
    }
}
