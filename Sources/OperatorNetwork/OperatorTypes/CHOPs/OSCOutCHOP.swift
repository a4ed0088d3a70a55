/// Sends its input's channels as OSC messages, once a frame.
///
/// Max Queue Size and Max Message Bytes have no effect: each channel is a message of its own.
///
/// - Source: <https://docs.derivative.ca/OSC_Out_CHOP>
package nonisolated enum OSCOutCHOP {
    package static let type = OperatorType(
        "oscout", .chop, label: "OSC Out",
        pages: [
            ParameterPage("OSC Out", connection + messages), CHOPPages.filter(),
        ],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let connection: [[ParameterDefinition]] = [
        NetworkPages.active,
        NetworkPages.protocols(withUDT: true),
        .text("netaddress", "Network Address", default: "localhost"),
        .int("port", "Network Port", default: 10000, max: 65535),
        NetworkPages.localAddress,
    ]

    private static let messages: [[ParameterDefinition]] =
        CHOPPages.time("maxsize", "Max Queue Size") + [
            .toggle("cookalways", "Cook Every Frame", default: true),
            .menu(
                "numericformat", "Numeric Format",
                [
                    ("int", "Int (32 bit)"), ("float", "Float (32 bit)"),
                    ("double", "Double (64 bit)"),
                ], default: "float"),
            .menu(
                "format", "Data Format",
                [("sample", "Sample"), ("timeslice", "Time Slice"), ("transpose", "Transpose")]),
            .int("maxbytes", "Max Message Bytes", default: 65000, max: 65000),
            .toggle("sendevents", "Send Events Every Cook", default: true),
        ]

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels { try cook.renamed(cook.input) }
}
