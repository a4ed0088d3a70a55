/// Sends datagrams, and receives what is answered.
///
/// - Source: <https://docs.derivative.ca/UDP_Out_DAT>
package nonisolated enum UDPOutDAT {
    package static let type = OperatorType(
        "udpout", .dat, label: "UDP Out",
        pages: [
            ParameterPage(
                "Connect",
                [
                    NetworkPages.active,
                    NetworkPages.protocols(),
                    .text("address", "Network Address", default: "localhost"),
                    NetworkPages.port(7000),
                    NetworkPages.shared,
                    NetworkPages.perMessage,
                    NetworkPages.localAddress,
                    .menu(
                        "localportmode", "Local Port Mode",
                        [("automatic", "Automatic"), ("manual", "Manual")]),
                    .int("localport", "Local Port", default: 7000, max: 65535),
                ]),
            NetworkPages.received("Received Data"), DATPages.common,
        ],
        initialContent: .table, inputLimit: 0, callbacks: NetworkPages.onReceive)
}
