@testable import OperatorNetwork

/// A CHOP to be cooked by hand: with channels as its inputs, at any frame.
@MainActor
final class ChannelStage {
    let network = Network()
    let node: Operator
    let memory = ChannelMemory()
    var time = CookTime()
    var inputs: [Channels?] = []
    private let work: (ChannelCook) throws -> Channels

    init(
        _ type: OperatorType, _ work: @escaping (ChannelCook) throws -> Channels,
        _ settings: [String: ParameterValue] = [:], inputs: [Channels?] = []
    ) throws {
        node = try network.create(type, in: network.root)
        self.work = work
        self.inputs = inputs
        time.absoluteFrame = 1
        time.step = 1
        // A sequence's number of blocks comes before what is in them.
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) { try set(name, value) }
    }

    func set(_ name: String, _ value: ParameterValue) throws {
        guard let parameter = node.parameters[name] else { throw MissingParameter(name: name) }
        try parameter.set(value)
    }

    /// Cooks in this frame.
    func cook() throws -> Channels {
        try work(ChannelCook(node, inputs: inputs, moment: time, memory: memory))
    }

    /// Cooks in the next frame, or some frames later.
    func next(_ step: Int = 1) throws -> Channels {
        time.absoluteFrame += step
        time.frame += Double(step)
        time.step = step
        return try cook()
    }

    /// The last sample of the first channel over some frames, the next one first.
    func values(_ frames: Int, feeding feed: [Float]? = nil) throws -> [Float] {
        try (0..<frames).map { index in
            if let feed { inputs = [Channels(values: [("chan1", feed[index])])] }
            return try next().channels[0].samples.last ?? .nan
        }
    }
}

/// A test names a parameter that the type does not have.
struct MissingParameter: Error {
    let name: String
}
