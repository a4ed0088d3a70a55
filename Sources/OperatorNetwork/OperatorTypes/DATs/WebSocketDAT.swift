/// A WebSocket client.
///
/// - Source: <https://docs.derivative.ca/WebSocket_DAT>
package nonisolated enum WebSocketDAT {
    package static let type = OperatorType(
        "websocket", .dat, label: "WebSocket",
        pages: [
            ParameterPage(
                "Connect",
                [
                    NetworkPages.active,
                    .text("netaddress", "Network Address", default: "localhost"),
                    .int("port", "Network Port", default: 80, max: 65535),
                    .int("timeout", "Connection Timeout", default: 5000, max: 10000),
                ]),
            NetworkPages.received("Received Messages"), DATPages.common,
        ],
        initialContent: .table, inputLimit: 0, callbacks: callbacks)

    private static let callbacks = """
        # rowIndex: the message's row; message: its text; contents: bytes

        def onConnect(dat):
        \treturn

        def onDisconnect(dat):
        \treturn

        def onReceiveText(dat, rowIndex, message):
        \treturn

        def onReceiveBinary(dat, contents):
        \treturn

        def onReceivePing(dat, contents):
        \tdat.sendPong(contents)
        \treturn

        def onReceivePong(dat, contents):
        \treturn

        def onMonitorMessage(dat, message):
        \treturn

        """
}
