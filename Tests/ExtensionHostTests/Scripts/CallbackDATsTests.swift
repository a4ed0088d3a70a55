import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct CallbackDATsTests {
    @Test func `a fresh operator gets a docked DAT with its callbacks, unless that is declined`()
        throws
    {
        let host = try RunningHost()

        try host.check(
            """
            server = parent().create(webserverDAT, 'server')
            callbacks = op('server_callbacks')
            assert server.par.callbacks == callbacks and type(callbacks) is textDAT
            for name in ('onHTTPRequest', 'onWebSocketOpen', 'onServerStart'):
                assert callable(getattr(callbacks.module, name)), name
            response = callbacks.module.onHTTPRequest(server, {}, {'statusCode': 404})
            assert response['statusCode'] == 200

            bare = parent().create(webserverDAT, 'bare', initialize=False)
            assert op('bare_callbacks') is None and bare.par.callbacks == None
            """)

        let server = try #require(host.project.child(named: "server"))
        #expect(server.docked.map(\.name) == ["server_callbacks"])
    }

    @Test(
        arguments: OperatorCatalog.liveTypes.filter { $0.callbacks != nil }.map(\.name))
    func `the callbacks of a fresh operator are a script that runs`(type: String) throws {
        let host = try RunningHost()

        try host.check(
            """
            made = parent().create('\(type)')
            functions = vars(made.par.callbacks.eval().module)
            assert any(name.startswith('on') for name in functions), sorted(functions)
            """)
    }

    @Test func `a callback may warn of its own operator, until the next one is called`() throws {
        let host = try RunningHost()
        try host.check(
            """
            server = parent().create(webserverDAT, 'server')
            op('server_callbacks').text = '''
            def onServerStart(webServerDAT):
                webServerDAT.addWarning('one')
                op('server').addError('other')
            def onServerStop(webServerDAT):
                webServerDAT.addWarning('two')
            '''
            with __import__('socket').socket() as free:
                free.bind(('127.0.0.1', 0))
                server.par.port = free.getsockname()[1]
            server.par.active = True
            raises(td.tdError, 'addWarning() can only be', lambda: server.addWarning('late'))
            """)

        host.frames(2)

        try host.check("assert op('server').warnings() == 'one', op('server').warnings()")
        try host.check("assert op('server').errors() == 'other'; op('server').par.active = False")
        host.frames(2)
        try host.check("assert (op('server').warnings(), op('server').errors()) == ('two', '')")
    }
}
