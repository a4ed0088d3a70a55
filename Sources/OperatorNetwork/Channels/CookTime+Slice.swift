/// The time slice: the samples between the frame before and this one.
///
/// - Source: <https://docs.derivative.ca/Time_Slicing>
nonisolated extension CookTime {
    /// The longest time slice.
    ///
    /// - Units: seconds
    private static let longestSlice = 0.2

    /// The place of the last sample of the time slice.
    ///
    /// - Parameter sampleRate: Samples per second.
    /// - Returns: The place, counted from the timeline's first frame.
    /// - Units: samples
    package func sliceEnd(at sampleRate: Double) -> Double {
        ((frame - 1) * sampleRate / rate).rounded(.down)
    }

    /// How many samples lie between the frame before and this one.
    ///
    /// They are counted from the start of time, so that no sample is lost or made twice where the
    /// rate is no multiple of the frames'.
    package func sliceCount(at sampleRate: Double) -> Int {
        let perFrame = sampleRate / rate
        guard perFrame.isFinite, perFrame > 0, perFrame < 1e6 else { return 1 }
        let longest = max(1, (Self.longestSlice * rate).rounded())
        let frames = min(Double(max(step, 1)), longest)
        let now = (Double(absoluteFrame) * perFrame).rounded(.down)
        let before = ((Double(absoluteFrame) - frames) * perFrame).rounded(.down)
        return max(1, Int(clamping: now - before))
    }
}
