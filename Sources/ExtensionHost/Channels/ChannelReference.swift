internal import OperatorNetwork
internal import PythonRuntime

/// Which channel a `td.Channel` stands for: one of a CHOP, by its place and name.
final class ChannelReference {
    private weak var node: Operator?
    let name: String
    private let place: Int

    init(_ node: Operator, place: Int, name: String) {
        self.node = node
        self.place = place
        self.name = name
    }

    /// The reference behind a `td.Channel`.
    static func of(_ channel: PythonObject) throws(PythonError) -> ChannelReference {
        try LateType.channel.payload(of: channel, as: ChannelReference.self)
    }

    /// What the members of a channel say that is not there any more.
    static var invalid: PythonError {
        TDErrors.error("Invalid Channel object: its CHOP or the channel is gone.")
    }

    /// Where the channel is now; nil when its CHOP or a channel of its name is gone.
    func index(in channels: Channels) -> Int? {
        let all = channels.channels
        if all.indices.contains(place), all[place].name == name { return place }
        return channels.index(of: name)
    }

    /// The operator, while it lives.
    var owner: Operator? { node.flatMap { $0.isValid ? $0 : nil } }

    /// The CHOP's channels and the place of this one among them.
    func found() throws(PythonError) -> (owner: Operator, channels: Channels, index: Int) {
        guard let owner, let channels = owner.visibleChannels,
            let index = index(in: channels)
        else { throw Self.invalid }
        return (owner, channels, index)
    }

    /// The channel's samples.
    func samples() throws(PythonError) -> [Float] {
        let (_, channels, index) = try found()
        return channels.channels[index].samples
    }

    /// The value now.
    func current() throws(PythonError) -> Double {
        let (owner, channels, index) = try found()
        return Double(channels.current(index, at: ChannelAccess.moment(of: owner, channels)))
    }
}
