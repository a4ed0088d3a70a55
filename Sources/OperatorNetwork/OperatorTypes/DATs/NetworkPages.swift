/// What the DATs that speak over the network share: parameters and the texts of fresh callbacks.
///
/// - Source: <https://docs.derivative.ca/UDP_In_DAT>, <https://docs.derivative.ca/TCP/IP_DAT>
nonisolated enum NetworkPages {
    static let active: [ParameterDefinition] = .toggle("active", "Active", default: true)
    static let shared: [ParameterDefinition] = .toggle("shared", "Shared Connection")
    static let callbacks: [ParameterDefinition] = .path("callbacks", "Callbacks DAT", style: .dat)
    static let localAddress: [ParameterDefinition] = .text("localaddress", "Local Address")

    static func port(_ number: Int) -> [ParameterDefinition] {
        .int("port", "Port", default: number, max: 65535)
    }

    /// UDP, and what else the operator's kind of message can go by.
    static func protocols(withUDT: Bool = false) -> [ParameterDefinition] {
        let udp = [
            ("msging", "Messaging (UDP)"), ("multicastmsging", "Multi-Cast Messaging (UDP)"),
        ]
        let udt = [("reliablemsging", "Reliable Messaging (UDT Library)")]
        return .menu("protocol", "Protocol", udp + (withUDT ? udt : []))
    }

    /// How what comes is cut into rows.
    static func format(whole: (name: String, label: String)) -> [ParameterDefinition] {
        .menu(
            "format", "Row/Callback Format",
            [("perbyte", "One Per Byte"), ("perline", "One Per Line"), whole], default: whole.name)
    }

    static let perMessage = format(whole: ("permessage", "One Per Message"))

    /// The page of the table that what comes is shown in.
    static func received(_ name: String) -> ParameterPage {
        ParameterPage(
            name,
            [
                callbacks,
                .menu(
                    "executeloc", "Execute from",
                    [
                        ("current", "Current Node"), ("callbacks", "Callbacks DAT"),
                        ("op", "Specified Operator"),
                    ]),
                .path("fromop", "From Operator", default: ".."),
                .toggle("clamp", "Clamp Output", default: true),
                .int("maxlines", "Maximum Lines", default: 100, max: 100),
                .pulse("clear", "Clear Output"),
                .toggle("bytes", "Bytes Column"),
            ])
    }

    static let onReceive = """
        # dat: the operator that received; rowIndex: its new row; message: the row's text
        # bytes: what came, unchanged; peer: the sender, with address, port, send() and sendBytes()

        def onReceive(dat, rowIndex, message, bytes, peer):
        \treturn

        """

    static let onReceiveOSC = """
        # dat: the operator that received; rowIndex: its new row; message: the row's text
        # bytes: the packet, unchanged; timeStamp: the time tag of the message's bundle
        # address, args: the message; peer: the sender, with address, port and sendOSC()

        def onReceiveOSC(dat, rowIndex, message, bytes, timeStamp, address, args, peer):
        \treturn

        """
}
