/// A TCP connection, or a server of many.
///
/// - Source: <https://docs.derivative.ca/TCP/IP_DAT>
package nonisolated enum TCPIPDAT {
    package static let type = OperatorType(
        "tcpip", .dat, label: "TCP IP",
        pages: [
            ParameterPage(
                "Connect",
                [
                    .menu(
                        "mode", "Connection Mode",
                        [
                            ("client", "This Operator is Client"),
                            ("server", "This Operator is Server"),
                        ]),
                    .text("address", "Network Address", default: "localhost"),
                    NetworkPages.port(7000),
                    NetworkPages.shared,
                    NetworkPages.format(whole: ("all", "One For All Received Data")),
                    NetworkPages.active,
                ]),
            NetworkPages.received("Received Data"), DATPages.common,
        ],
        initialContent: .table, inputLimit: 0, callbacks: callbacks)

    private static let callbacks =
        """
        # peer: the other end of a connection; peer.close() ends it

        def onConnect(dat, peer):
        \treturn

        def onClose(dat, peer):
        \treturn


        """ + NetworkPages.onReceive
}
