/// What the work of a CHOP sees: its inputs, its parameters, the moment, and what it keeps.
///
/// - Thread: main
package final class ChannelCook {
    package let node: Operator
    /// What is wired in, in order; gaps are left out.
    package let inputs: [Channels]
    private let wired: [Channels?]
    /// The moment, for what does not depend on it.
    let now: CookTime
    let memory: ChannelMemory
    private let surroundings: Surroundings

    /// What a cook reads besides its own inputs and parameters.
    package struct Surroundings {
        /// Notes that the output depends on the time.
        package var noteTime: () -> Void = {}
        /// The channels of another operator, up to date.
        package var channels: (Operator) throws -> Channels? = { _ in nil }
        /// The content of another operator, up to date.
        package var content: (Operator) throws -> Content? = { $0.content }

        package init() {}
    }

    /// Prepares a cook.
    ///
    /// - Parameters:
    ///   - node: The operator.
    ///   - inputs: The channels of its inputs, up to date; `nil` for gaps.
    ///   - moment: When it cooks.
    ///   - memory: What the operator keeps between its cooks.
    ///   - surroundings: How it reads other operators.
    package init(
        _ node: Operator, inputs: [Channels?], moment: CookTime, memory: ChannelMemory,
        surroundings: Surroundings = Surroundings()
    ) {
        self.node = node
        wired = inputs
        self.inputs = inputs.compactMap { $0 }
        self.surroundings = surroundings
        self.memory = memory
        now = moment
        memory.begin(moment.absoluteFrame)
    }

    /// The moment; what asks for it is cooked in every frame.
    package var moment: CookTime {
        surroundings.noteTime()
        return now
    }

    /// The first input, or nothing.
    var input: Channels { input(0) ?? Channels(rate: now.rate) }

    /// The input of a number, if it is connected.
    func input(_ index: Int) -> Channels? {
        wired.indices.contains(index) ? wired[index] : nil
    }

    /// The operators a parameter's paths and patterns name, seen from this one.
    func operators(_ name: String) throws -> [Operator] {
        let path = try text(name)
        guard !path.isEmpty, let network = node.network else { return [] }
        return OperatorFinder(network).findAll(path, namedBy: node)
    }

    /// The channels of another operator, up to date; none when it has none.
    func channels(of other: Operator) throws -> Channels {
        try surroundings.channels(other) ?? Channels(rate: now.rate)
    }

    /// The content of another operator, up to date; `nil` when it has none.
    func content(of other: Operator) throws -> Content? { try surroundings.content(other) }

    /// Reads and changes what is kept from cook to cook.
    func keeping<State, Result>(
        _ initial: @autoclosure () throws -> State, _ body: (inout State) throws -> Result
    ) throws -> Result {
        try memory.update(initial(), body)
    }

    /// The input over the time slice: as it is when it is one, else what it holds at those times.
    func sliced(_ channels: Channels) throws -> Channels {
        guard try isOn("timeslice"), !channels.isTimeSlice else { return channels }
        let count = moment.sliceCount(at: channels.rate)
        let end = moment.sliceEnd(at: channels.rate)
        var slice = channels
        slice.start = end - Double(count - 1)
        slice.count = count
        slice.isTimeSlice = true
        for index in slice.channels.indices {
            let samples = channels.channels[index].samples
            slice.channels[index].samples =
                samples.count == 1
                ? Array(repeating: samples[0], count: count)
                : (0..<count).map {
                    channels.extend.value(
                        at: slice.start + Double($0) - channels.start, of: samples)
                }
        }
        return slice
    }

    /// An empty time slice of a rate, to be filled.
    func slice(at rate: Double) -> Channels {
        var slice = Channels(rate: rate)
        slice.count = moment.sliceCount(at: rate)
        slice.start = moment.sliceEnd(at: rate) - Double(slice.count - 1)
        slice.isTimeSlice = true
        return slice
    }
}
