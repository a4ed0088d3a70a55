/// What a CHOP holds: named channels, all of the same number of samples, at a rate.
///
/// - Shape: channels × samples
/// - Source: <https://docs.derivative.ca/CHOP_Class>
package nonisolated struct Channels: Equatable, Sendable {
    /// One channel: a name and its samples, which are 32-bit floats as in TouchDesigner.
    package nonisolated struct Channel: Equatable, Sendable {
        package var name: String
        package var samples: [Float]

        package init(_ name: String, _ samples: [Float]) {
            self.name = name
            self.samples = samples
        }
    }

    package var channels: [Channel]
    /// How many samples a channel with content holds; `Channels` without channels may have some too.
    package var count: Int
    /// Whether somebody chose that number, which may be 0 then.
    package private(set) var isSized = false
    /// - Units: samples per second
    package var rate: Double
    /// The place of the first sample.
    ///
    /// - Units: samples
    package var start: Double
    /// Whether the samples are those of the last frame only.
    package var isTimeSlice = false
    /// What lies outside of the samples.
    package var extend = ChannelExtend()

    /// Makes channels; shorter ones are filled up with zeros to the length of the longest.
    package init(_ channels: [Channel] = [], rate: Double = 60, start: Double = 0) {
        self.channels = channels
        count = channels.map(\.samples.count).max() ?? 0
        self.rate = rate
        self.start = start
        for index in channels.indices { fill(index) }
    }

    /// Channels of one sample each.
    package init(values: [(name: String, value: Float)], rate: Double = 60) {
        self.init(values.map { Channel($0.name, [$0.value]) }, rate: rate)
        count = 1
    }

    /// The place of the last sample.
    ///
    /// - Units: samples
    package var end: Double { start + Double(max(count, 1) - 1) }

    package var names: [String] { channels.map(\.name) }

    /// The number of the first channel of a name, compared exactly.
    package func index(of name: String) -> Int? { channels.firstIndex { $0.name == name } }

    /// The numbers of the channels that a pattern names, in the channels' order.
    package func indices(matching pattern: Pattern) -> [Int] {
        channels.indices.filter { pattern.matches(channels[$0].name) }
    }

    /// Gives every channel this many samples: cut at the end, or filled up with the last one.
    package mutating func resize(to count: Int) {
        self.count = max(0, count)
        isSized = true
        for index in channels.indices {
            let samples = channels[index].samples
            if samples.count > self.count {
                channels[index].samples.removeLast(samples.count - self.count)
            } else {
                let filling = samples.last ?? 0
                channels[index].samples += Array(
                    repeating: filling, count: self.count - samples.count)
            }
        }
    }

    private mutating func fill(_ index: Int) {
        let missing = count - channels[index].samples.count
        if missing > 0 { channels[index].samples += Array(repeating: 0, count: missing) }
    }
}
