/// A server of HTTP and WebSockets whose answers are its callbacks'.
///
/// - Source: <https://docs.derivative.ca/Web_Server_DAT>
package nonisolated enum WebServerDAT {
    package static let type = OperatorType(
        "webserver", .dat, label: "Web Server",
        pages: [
            ParameterPage(
                "Web Server",
                [
                    .toggle("active", "Active"),
                    .pulse("restart", "Restart"),
                    NetworkPages.port(9980),
                    .toggle("secure", "Secure (TLS)"),
                    .text("privatekey", "Private Key File Path", style: .file),
                    .text("certificate", "Certificate File Path", style: .file),
                    .text("password", "Certificate Password"),
                    NetworkPages.callbacks,
                ]),
            DATPages.common,
        ],
        initialContent: .text(""), inputLimit: 0, callbacks: callbacks)

    private static let callbacks = """
        # request: method, uri, pars, clientAddress, serverAddress, data, and each header by its name
        # response: statusCode, statusReason, data; any other key becomes a header of the answer
        # client: the address of a WebSocket's other end, for webSocketSendText() and its kind

        def onHTTPRequest(webServerDAT, request, response):
        \tresponse['statusCode'] = 200
        \tresponse['statusReason'] = 'OK'
        \tresponse['data'] = webServerDAT.path
        \treturn response

        def onWebSocketOpen(webServerDAT, client, uri):
        \treturn

        def onWebSocketClose(webServerDAT, client):
        \treturn

        def onWebSocketReceiveText(webServerDAT, client, data):
        \treturn

        def onWebSocketReceiveBinary(webServerDAT, client, data):
        \treturn

        def onWebSocketReceivePing(webServerDAT, client, data):
        \twebServerDAT.webSocketSendPong(client, data=data)
        \treturn

        def onWebSocketReceivePong(webServerDAT, client, data):
        \treturn

        def onServerStart(webServerDAT):
        \treturn

        def onServerStop(webServerDAT):
        \treturn

        """
}
