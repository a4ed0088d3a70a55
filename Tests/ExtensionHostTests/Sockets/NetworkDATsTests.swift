import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct NetworkDATsTests {
    /// A project with a Web Server DAT at `op('web')` whose callbacks are a script.
    private func server(_ callbacks: String) throws -> RunningHost {
        let host = try RunningHost()
        try host.check(Self.ports + "make_server()")
        try host.project.child(named: "web_callbacks")?.content?.setText(callbacks)
        host.frames(1)
        return host
    }

    /// `free_port()`, `make_server()`, and `ask(path)`, a client that waits for frames.
    private static let ports = """
        import socket

        def free_port():
            with socket.socket() as probe:
                probe.bind(('127.0.0.1', 0))
                return probe.getsockname()[1]

        def make_server():
            web = parent().create(webserverDAT, 'web')
            web.par.port = free_port()
            web.par.active = True

        def connect(dat):
            return socket.create_connection(('127.0.0.1', dat.par.port.eval()), 10)

        def ask(path):
            peer = connect(op('web'))
            peer.sendall(f'GET {path} HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n'.encode())
            parent().store('peer', peer)

        def answer():
            peer, parts = parent().fetch('peer'), []
            while part := peer.recv(65536):
                parts.append(part)
            return b''.join(parts)

        """

    /// Runs frames until an expression is true, for so many frames as a slow machine may need.
    private func frames(_ host: RunningHost, until expression: String) {
        for _ in 0..<5000 where host.evaluate(expression) != "True" { host.frames(1) }
        #expect(host.evaluate(expression) == "True", "\(expression): \(host.errors.suffix(20))")
    }

    @Test
    func `a request is answered by the callbacks, at the start of a frame, on the main thread`()
        throws
    {
        let host = try server(
            """
            def onHTTPRequest(webServerDAT, request, response):
                print(request['method'], request['uri'], request['pars'], webServerDAT.name)
                assert td.isMainThread()
                response.update(statusCode=200, statusReason='Fine', data=me.name)
                response['X-Frame'] = str(absTime.frame)
                return response
            """)
        let execute = try host.create(ExecuteDAT.type, "execute")
        try execute.content?.setText("def onFrameStart(frame): print('frame')")
        try execute.parameters["framestart"]?.set(.bool(true))
        host.clearLines()

        try host.check(Self.ports + "ask('/a?x=1')")
        host.frames(20)

        try host.check(
            Self.ports
                + """
                text = answer().decode()
                assert text.startswith('HTTP/1.1 200 Fine\\r\\n') and 'X-Frame:' in text, text
                assert text.endswith('\\r\\n\\r\\nweb_callbacks'), text
                """)
        let asked = try #require(host.lines.firstIndex(of: "GET /a {'x': '1'} web"))
        #expect(host.lines[asked + 1] == "frame")
    }

    @Test func `a callback that raises is told with its line, and the client hears 500`() throws {
        let host = try server("def onHTTPRequest(webServerDAT, request, response):\n    1 / 0\n")

        try host.check(Self.ports + "ask('/')")
        host.frames(20)

        try host.check(Self.ports + "assert answer().startswith(b'HTTP/1.1 500')")
        #expect(host.errors.contains { $0.contains("web_callbacks: onHTTPRequest failed") })
        #expect(host.errors.contains { $0.contains("line 2") })
        #expect(host.host.summary().exitCode == 1)
    }

    @Test func `callbacks that cannot be read are told, and the client hears 500, not 404`() throws
    {
        let host = try server("def onHTTPRequest(:\n")

        try host.check(Self.ports + "ask('/')")
        host.frames(20)

        try host.check(Self.ports + "assert answer().startswith(b'HTTP/1.1 500')")
        #expect(host.errors.contains { $0.contains("SyntaxError") })
    }

    @Test func `a callback may destroy its own operator, and its port is free at once`() throws {
        let host = try server(
            """
            def onHTTPRequest(webServerDAT, request, response):
                webServerDAT.destroy()
                return response

            def onServerStop(webServerDAT):
                print('stopped', webServerDAT.path, webServerDAT.webSocketConnections)
            """)

        try host.check(Self.ports + "parent().store('port', op('web').par.port.eval())\nask('/')")
        host.frames(20)

        try host.check(
            Self.ports
                + """
                assert op('web') is None and answer() == b''
                raises(ConnectionRefusedError, '', lambda:
                    socket.create_connection(('127.0.0.1', parent().fetch('port')), 10))
                """)
        #expect(host.lines.contains("stopped /project1/web []"))
        #expect(host.host.summary().exitCode == 0)
    }

    @Test func `a taken port is the operator's error, which names who holds it`() throws {
        let host = try server("")

        try host.check(
            """
            other = parent().create(webserverDAT, 'other')
            other.par.port.expr = "op('web').par.port"
            other.par.active = True
            """)
        host.frames(1)

        try host.check(
            """
            text = f"port {op('web').par.port} is in use by /project1/web"
            assert op('other').errors() == text, op('other').errors()
            assert op('web').errors() == '' and parent().errors(recurse=True) == text
            op('web').destroy()
            op('other').par.port.expr = "me.parent().fetch('port', 0)"
            """)
        // An expression is followed from frame to frame: port 0 is any free one.
        host.frames(1)
        try host.check("assert op('other').errors() == '', op('other').errors()")
        #expect(host.errors.contains { $0.contains("/project1/other: port") })
    }

    @Test func `datagrams become rows, and are answered by their peers`() throws {
        let host = try RunningHost()
        try host.check(
            Self.ports
                + """
                receiver = parent().create(oscinDAT, 'receiver')
                sender = parent().create(oscoutDAT, 'sender')
                receiver.par.port = sender.par.port = free_port()
                receiver.par.bytes = True
                op('receiver_callbacks').text = '''
                def onReceiveOSC(dat, rowIndex, message, bytes, timeStamp, address, args, peer):
                    assert dat[rowIndex, 0].val == message
                    print(address, args, peer.owner.name, type(peer) is Peer)
                    peer.sendOSC('/back', [args[0] + 1], asBundle=True)
                '''
                op('sender_callbacks').text = '''
                def onReceiveOSC(dat, rowIndex, message, bytes, timeStamp, address, args, peer):
                    print(address, args)
                '''
                """)
        host.frames(1)

        try host.check("assert op('sender').sendOSC('/go', [1, 2.5, 'x', True]) == 24")
        frames(host, until: "op('sender').numRows == 2")

        #expect(
            host.lines.filter { $0.hasPrefix("/") } == [
                "/go [1, 2.5, 'x', True] receiver True", "/back [2]",
            ])
        try host.check(
            """
            table = op('receiver')
            assert [cell.val for cell in table.row(0)] == ['message', 'bytes'], table.text
            assert table[1, 0].val == '/go 1 2.5 "x" True', table.text
            table.par.clear.pulse()
            """)
        host.frames(1)
        #expect(host.evaluate("op('receiver').numRows") == "1")
    }

    @Test func `channels go out as OSC and come in as channels`() throws {
        let host = try RunningHost()
        try host.check(
            Self.ports
                + """
                source = parent().create(constantCHOP, 'source')
                source.par.const0name, source.par.const0value = 'fader', 0.5
                sender = parent().create(oscoutCHOP, 'sender')
                sender.setInputs([source])
                receiver = parent().create(oscinCHOP, 'receiver')
                sender.par.port = receiver.par.port = free_port()
                """)
        host.frames(1)

        frames(host, until: "op('receiver').numChans == 1 and op('receiver')['fader'] == 0.5")

        try host.check("op('source').par.const0value = 0.25")
        frames(host, until: "op('receiver')['fader'] == 0.25")
    }

    @Test func `a port that is open is this machine's, and is told`() throws {
        let host = try server("")
        try host.check(
            Self.ports
                + """
                server = parent().create(tcpipDAT, 'tcp')
                server.par.mode = 'server'
                server.par.port = free_port()
                """)
        host.frames(1)

        let told = host.lines.filter { $0.contains("this machine only") }
        #expect(told.count == 2)
        #expect(told.contains { $0.contains("/project1/web serves http://127.0.0.1:") })
        #expect(told.contains { $0.contains("/project1/tcp listens on 127.0.0.1:") })
    }

    @Test func `the end of a project closes every socket`() throws {
        let host = try server("def onServerStop(webServerDAT): print('stopped')")
        try host.check(Self.ports + "parent().store('peer', connect(op('web')))")
        host.frames(5)
        let port = try #require(host.evaluate("op('web').par.port"))

        host.host.end()

        #expect(host.lines.contains("stopped"))
        try PythonSuite.run(
            """
            import socket
            with socket.socket() as other:
                other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                other.bind(('127.0.0.1', \(port)))
            """)
    }

    @Test func `a project without network DATs imports nothing of them`() throws {
        let host = try RunningHost()
        try host.check("import sys; sys.modules.pop('understudy_network', None)")

        host.frames(3)

        #expect(host.evaluate("'understudy_network' in __import__('sys').modules") == "False")
    }
}
