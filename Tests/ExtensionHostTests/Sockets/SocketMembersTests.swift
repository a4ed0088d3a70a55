import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct SocketMembersTests {
    @Test func `the methods have the documented parameters`() throws {
        let host = try RunningHost()

        try host.check(
            """
            for kind, name, signature in (
                (webserverDAT, 'webSocketSendText', '(self, /, client, data)'),
                (webserverDAT, 'webSocketSendPong', '(self, /, client, data=None)'),
                (webserverDAT, 'authenticateBasic', '(self, /, token, userPasswords)'),
                (webclientDAT, 'closeConnection', '(self, /, id)'),
                (oscoutDAT, 'sendOSC', '(self, /, address, *values, asBundle=False, '
                    'useNonStandardTypes=True, use64BitPrecision=False)'),
                (websocketDAT, 'sendText', '(self, /, *message)'),
            ):
                found = str(inspect.signature(getattr(kind, name)))
                assert found.replace('self, /', 'self') == signature.replace('self, /', 'self'), found
            """)
    }

    @Test func `wrong calls say what is wrong and send nothing`() throws {
        let host = try RunningHost()

        try host.check(
            """
            server, client = parent().create(webserverDAT), parent().create(webclientDAT)
            sender = parent().create(udpoutDAT)
            raises(ValueError, '/project1/webserver1 has no WebSocket open to',
                   lambda: server.webSocketSendText('127.0.0.1:1', 'x'))
            raises(TypeError, 'webSocketSendText() missing', lambda: server.webSocketSendText('x'))
            raises(TypeError, 'sendOSC() got an unexpected',
                   lambda: sender.sendOSC('/a', [1], bundle=True))
            raises(ValueError, 'an OSC address', lambda: sender.sendOSC('a', [1]))
            raises(ValueError, 'the method is one of', lambda: client.request('http://x', 'GOT'))
            assert sender.send('before the first frame') == -1
            assert client.connections == [] and server.webSocketConnections == []
            server.destroy()
            raises(td.tdError, 'Invalid OP object', lambda: server.webSocketConnections)
            """)
    }

    @Test func `a request may be made at once, and its identifier comes with the answer`() throws {
        let host = try RunningHost()
        try host.check(
            """
            import socket
            listener = socket.create_server(('127.0.0.1', 0))
            parent().store('listener', listener)
            client = parent().create(webclientDAT, 'client')
            op('client_callbacks').text = '''
            def onResponse(webClientDAT, statusCode, headerDict, data, id):
                print(id, statusCode, headerDict, data)
            '''
            parent().store('id', client.request(
                f'http://127.0.0.1:{listener.getsockname()[1]}/', 'GET', pars={'a': 'ä'}))
            """)
        host.frames(20)

        try host.check(
            """
            peer, _ = parent().fetch('listener').accept()
            request = peer.recv(65536)
            assert request.startswith(b'GET /?a=%C3%A4 HTTP/1.1\\r\\n'), request
            peer.sendall(b'HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nhi')
            peer.close()
            """)
        host.frames(50)

        #expect(
            host.lines.contains("1 {'code': 200, 'message': 'OK'} {'Content-Length': '2'} b'hi'"))
        #expect(host.evaluate("op('client').text") == "hi")
    }
}
