/// Sends Open Sound Control messages, and receives what is answered.
///
/// - Source: <https://docs.derivative.ca/OSC_Out_DAT>
package nonisolated enum OSCOutDAT {
    package static let type = OperatorType(
        "oscout", .dat, label: "OSC Out",
        pages: [
            ParameterPage(
                "Connect",
                [
                    NetworkPages.active,
                    NetworkPages.protocols(withUDT: true),
                    .text("address", "Network Address", default: "localhost"),
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
