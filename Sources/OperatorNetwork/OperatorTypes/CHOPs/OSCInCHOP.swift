/// The numbers that OSC messages bring, a channel for each address.
///
/// Of what comes between two frames the last value counts: the queue's parameters have no effect.
///
/// - Source: <https://docs.derivative.ca/OSC_In_CHOP>
package nonisolated enum OSCInCHOP {
    package static let type = OperatorType(
        "oscin", .chop, label: "OSC In",
        pages: [
            ParameterPage("OSC In", connection + queue + names), CHOPPages.source(),
        ],
        inputLimit: 0, cook: { ChannelCooking(cook) })

    private static let connection: [[ParameterDefinition]] = [
        NetworkPages.active,
        NetworkPages.protocols(),
        .text("netaddress", "Network Address"),
        .int("port", "Network Port", default: 10000, max: 65535),
        NetworkPages.localAddress,
        .text("oscaddressscope", "OSC Address Scope", default: "*"),
        .toggle("useglobalrate", "Use Global Rate", default: true),
        .float("samplerate", "Default Sample Rate", default: 60, max: 120),
    ]

    private static let queue: [[ParameterDefinition]] =
        [.toggle("queued", "Queued")]
        + CHOPPages.time("queuevariance", "Queue Variance")
        + CHOPPages.time("maxqueue", "Maximum Queue", unitLabel: "Max Queue Unit")
        + CHOPPages.time("adjusttime", "Queue Adjust Time", unitLabel: "Adjust Unit")

    private static let names: [[ParameterDefinition]] = [
        .int("stripsegments", "Strip Prefix Segments", max: 10),
        .toggle("resetchannels", "Reset Channels"),
        .pulse("resetchannelspulse", "Reset Channels Pulse"),
        .toggle("resetvalues", "Reset Values"),
        .pulse("resetvaluespulse", "Reset Values Pulse"),
    ]

    /// Gives what the operator's socket has received so far.
    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var received = cook.memory.kept(as: Channels.self) ?? Channels(values: [])
        received.rate =
            try cook.isOn("useglobalrate") ? cook.now.rate : cook.rate("samplerate")
        return received
    }
}
