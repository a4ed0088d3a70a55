/// Receives Open Sound Control messages.
///
/// - Source: <https://docs.derivative.ca/OSC_In_DAT>
package nonisolated enum OSCInDAT {
    package static let type = OperatorType(
        "oscin", .dat, label: "OSC In",
        pages: [
            ParameterPage(
                "Connect",
                [
                    NetworkPages.active,
                    NetworkPages.protocols(withUDT: true),
                    .text("address", "Network Address"),
                    NetworkPages.port(10000),
                    NetworkPages.localAddress,
                    NetworkPages.shared,
                    .text("addscope", "OSC Address Scope", default: "*"),
                    .toggle("typetag", "Include Type Tag"),
                    .toggle("splitbundle", "Split Bundle into Messages", default: true),
                    .toggle("splitmessage", "Split Message into Columns"),
                    .toggle("bundletimestamp", "Bundle Timestamp Column"),
                ]),
            NetworkPages.received("Received Messages"), DATPages.common,
        ],
        initialContent: .table, inputLimit: 0, callbacks: NetworkPages.onReceiveOSC)
}
