/// Work that goes sample by sample and remembers: lag, speed, count and their kin.
extension ChannelCook {
    /// What is kept: a state for each channel, or for each of its samples.
    private struct Kept<State> {
        var states: [[State]] = []
    }

    /// Sends every channel in scope through a step that remembers.
    ///
    /// Over a time slice the states are kept from frame to frame. A whole animation is gone through
    /// from its first sample each time. With `perSample` each sample has its own state and makes one
    /// step a frame.
    ///
    /// - Parameters:
    ///   - source: The channels, as the input has them.
    ///   - perSample: The toggle that asks for a state for each sample.
    ///   - start: The first state of a channel whose first sample this is.
    ///   - step: Makes a channel's step; asked for once a cook, so that parameters are read once.
    /// - Returns: The channels, those out of scope as they were.
    /// - Throws: What reading a parameter throws.
    func stepping<State>(
        _ source: Channels, perSample: String? = nil, start: (Float) throws -> State,
        step: (_ channel: Int) throws -> (_ state: inout State, _ sample: Float, _ index: Int) ->
            Float
    ) throws -> Channels {
        let isPerSample = try perSample.map(isOn) ?? false
        let input = isPerSample ? source : try sliced(source)
        guard isPerSample || input.isTimeSlice else {
            return try mapScoped(input) { channel, samples in
                guard let first = samples.first else { return [] }
                let step = try step(channel)
                var state = try start(first)
                return samples.indices.map { step(&state, samples[$0], $0) }
            }
        }
        let _ = moment
        return try keeping(Kept<State>()) { kept in
            let needed = input.channels.count
            if kept.states.count > needed { kept.states.removeLast(kept.states.count - needed) }
            while kept.states.count < needed { kept.states.append([]) }
            return try mapScoped(input) { channel, samples in
                guard let first = samples.first else { return [] }
                let step = try step(channel)
                let count = isPerSample ? samples.count : 1
                var states = kept.states[channel]
                if states.count != count {
                    states = isPerSample ? try samples.map(start) : [try start(first)]
                }
                defer { kept.states[channel] = states }
                return samples.indices.map { step(&states[isPerSample ? $0 : 0], samples[$0], $0) }
            }
        }
    }
}
