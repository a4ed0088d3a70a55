/// Channels shaped as the Channel page says.
extension ChannelCook {
    /// The extend conditions of the Channel page.
    func extend() throws -> ChannelExtend {
        ChannelExtend(
            left: try choice("left", ChannelExtend.Condition.hold),
            right: try choice("right", ChannelExtend.Condition.hold),
            value: try single("defval"))
    }

    /// Empty channels of the Channel page's range and rate, without names.
    func frame() throws -> Channels {
        var channels = Channels(rate: try rate())
        if try isOn("timeslice") { return slice(at: channels.rate) }
        let start = try samples("start", at: channels.rate).rounded()
        let end = try samples("end", at: channels.rate).rounded()
        channels.start = start
        channels.count = try ChannelLimit.checked(end - start + 1)
        channels.extend = try extend()
        return channels
    }

    /// The channels that a list of names spells out, filled by a function of channel and place.
    ///
    /// - Throws: `CookFailure` when there are too many.
    func filled(
        _ shape: Channels, names: String,
        _ body: (_ channel: Int) throws -> (_ index: Int) throws -> Double
    ) throws -> Channels {
        var result = shape
        let names = PatternExpansion.names(names)
        guard names.count <= ChannelLimit.channels else {
            throw CookFailure(
                "\(names.count) channels are asked for, and "
                    + "\(ChannelLimit.channels) are the most.")
        }
        defer { memory.chanIndex = nil }
        for (index, name) in names.enumerated() {
            memory.chanIndex = index
            let sample = try body(index)
            result.channels.append(
                .init(name, try (0..<shape.count).map { Float(try sample($0)) }))
        }
        return result
    }
}
