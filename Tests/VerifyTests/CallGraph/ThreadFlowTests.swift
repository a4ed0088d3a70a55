import TestSupport
import Testing

@MainActor @Suite(.serialized) struct ThreadFlowTests {
    private static let head = """
        import threading


        """

    @Test(arguments: [
        "if target is not None:\n        target.par.x = 1",
        "if target is None:\n        return\n    target.par.x = 1",
        "if not target:\n        return\n    target.par.x = 1",
        "return target is not None and target.par.x",
        "return target.par.x if target is not None else 0",
        "assert target is not None\n    target.par.x = 1",
    ])
    func `what a guard keeps threads from is not reported, because they leave the parameter None`(
        body: String
    ) throws {
        let text =
            Self.head + """
                def publish(target=None):
                    \(body)

                def work():
                    publish()

                def onStart():
                    publish(op('out'))
                    threading.Thread(target=work, daemon=True).start()
                """

        #expect(try Checked.rules(text).isEmpty)
        let given = text.replacing("    publish()", with: "    publish(op('out'))")
        #expect(try Checked.rules(given).contains { $0.hasPrefix("TH10") })
    }

    @Test func `None goes on through the calls in between, and what they call is left alone`()
        throws
    {
        let text =
            Self.head + """
                def port(server):
                    return server.par.port

                def payload(server=None):
                    found = 9981
                    if server is not None:
                        found = port(server)
                    return found

                def register(server=None):
                    return payload(server)

                def beat():
                    register()

                def onStart():
                    register(op('server'))
                    threading.Thread(target=beat, daemon=True).start()
                """

        #expect(try Checked.rules(text).isEmpty)
    }

    @Test
    func `a parameter that is called stands for what threads give it, not for what others do`()
        throws
    {
        let text =
            Self.head + """
                def install(log):
                    log('done')

                class Ext:
                    def __init__(self, ownerComp):
                        self.ownerComp = ownerComp

                    def Log(self, text):
                        self.ownerComp.op('log').appendRow([text])

                    def Now(self):
                        install(self.Log)

                    def Later(self):
                        lines = []

                        def work():
                            install(log=lambda text: lines.append(text))

                        threading.Thread(target=work, daemon=True).start()
                """

        #expect(try Checked.rules(text).isEmpty)
        let given = text.replacing("log=lambda text: lines.append(text)", with: "self.Log")
        #expect(try Checked.rules(given) == ["TH101 11"])
    }

    @Test(arguments: [
        "if threading.current_thread() is not threading.main_thread():\n        return",
        "if threading.get_ident() != MAIN_ID:\n        return",
        "here = threading.current_thread() is threading.main_thread()\n    if not here:\n        return",
        "if not is_main():\n        return",
    ])
    func `code behind a question for the main thread is the main thread's`(question: String) throws
    {
        let text =
            Self.head + """
                MAIN_ID = threading.get_ident()

                def is_main():
                    return threading.current_thread() is threading.main_thread()

                def publish():
                    \(question)
                    op('out').par.x = 1

                def work():
                    publish()

                threading.Thread(target=work, daemon=True).start()
                """

        #expect(try Checked.rules(text).isEmpty)
        let unasked = text.replacing("        return", with: "        pass")
        #expect(try Checked.rules(unasked).contains { $0.hasPrefix("TH101") })
    }

    @Test func `what lies in a dictionary under one key is not taken for what lies under another`()
        throws
    {
        let text =
            Self.head + """
                state = {'root': op('/project1'), 'rows': []}

                def work():
                    for row in state['rows']:
                        row.append(1)

                threading.Thread(target=work, daemon=True).start()
                """

        #expect(try Checked.rules(text).filter { $0.hasPrefix("TH10") }.isEmpty)
        let other = text.replacing("state['rows']:", with: "state['root'].children:")
        #expect(try Checked.rules(other).contains { $0.hasPrefix("TH10") })
    }
}
