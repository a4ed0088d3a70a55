import TestSupport
import Testing

@MainActor @Suite(.serialized) struct SequelTests {
    private static func sample(_ reader: String, _ call: String) -> String {
        """
        import threading

        class Ext:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def Start(self):
                threading.Thread(target=self._work, daemon=True).start()

            def _work(self):
                self.answer = 42
                \(call)

            def \(reader)(self):
                return self.answer
        """
    }

    @Test(arguments: [
        "self._finish()", "run('args[0]._finish()', self, delayFrames=1)",
        "run(f'op(\"x\").ext.Ext._finish()', delayFrames=1)",
    ])
    func `a private method that only the line behind asks for comes after it`(call: String) throws {
        #expect(try Checked.rules(Self.sample("_finish", call)).isEmpty)
    }

    @Test func `a public method may come first, and so may a private one that others call`() throws
    {
        #expect(
            try Checked.rules(Self.sample("Finish", "self.Finish()")).contains("TH601 11"))
        let early = """

                def Look(self):
                    return self._finish()
            """
        #expect(
            try Checked.rules(Self.sample("_finish", "self._finish()") + early)
                .contains("TH601 11"))
    }
}
