/// Channels seen in time.
nonisolated extension Channels {
    /// The value of a channel at the current moment: of a time slice the last sample, of one sample
    /// that sample, else what lies at the timeline's frame.
    package func current(_ channel: Int, at moment: CookTime) -> Float {
        let samples = channels[channel].samples
        if samples.count == 1 || isTimeSlice { return samples.last ?? 0 }
        return value(of: channel, at: (moment.frame - 1) * rate / moment.rate)
    }

    /// The value of a channel at a place of the whole time, outside of the samples too.
    ///
    /// - Units: samples
    package func value(of channel: Int, at place: Double) -> Float {
        extend.value(at: place - start, of: channels[channel].samples)
    }

    /// The same time range at another rate, linearly interpolated.
    ///
    /// - Throws: `CookFailure` when that makes too many samples.
    func resampled(to rate: Double) throws(CookFailure) -> Channels {
        guard rate != self.rate, count > 0, rate > 0 else { return self }
        let ratio = self.rate / rate
        let length = try ChannelLimit.checked((Double(count) / ratio).rounded())
        return remade(count: length, start: (start / ratio).rounded(), rate: rate) {
            Double($0) * ratio
        }
    }

    /// The same range stretched or squeezed to another number of samples.
    func stretched(to length: Int) -> Channels {
        guard length != count, length > 0 else { return self }
        let ratio = length > 1 ? Double(count - 1) / Double(length - 1) : 0
        return remade(count: length, start: start, rate: rate) { Double($0) * ratio }
    }

    /// The samples of another range, what lies outside according to the extend conditions.
    func trimmed(from first: Double, count length: Int) -> Channels {
        guard first != start || length != count else { return self }
        let offset = first - start
        return remade(count: length, start: first, rate: rate) { Double($0) + offset }
    }

    /// New samples, each taken from a place among the old ones.
    private func remade(
        count length: Int, start: Double, rate: Double, place: (Int) -> Double
    ) -> Channels {
        var result = self
        (result.count, result.start, result.rate) = (length, start, rate)
        for index in channels.indices {
            let samples = channels[index].samples
            result.channels[index].samples = (0..<length).map {
                extend.value(at: place($0), of: samples)
            }
        }
        return result
    }
}
