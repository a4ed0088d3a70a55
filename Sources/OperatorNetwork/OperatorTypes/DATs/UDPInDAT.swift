/// Receives datagrams.
///
/// - Source: <https://docs.derivative.ca/UDP_In_DAT>
package nonisolated enum UDPInDAT {
    package static let type = OperatorType(
        "udpin", .dat, label: "UDP In",
        pages: [
            ParameterPage(
                "Connect",
                [
                    NetworkPages.protocols(),
                    .text("address", "Network Address"),
                    NetworkPages.port(7000),
                    NetworkPages.shared,
                    NetworkPages.perMessage,
                    NetworkPages.active,
                ]),
            NetworkPages.received("Received Data"), DATPages.common,
        ],
        initialContent: .table, inputLimit: 0, callbacks: NetworkPages.onReceive)
}
