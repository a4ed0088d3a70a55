/// How long before a frame's moment the main thread wakes, so that it holds the GIL by then.
///
/// The threads do nothing in the rest of that time, so it is no longer than waking and taking the GIL
/// took of late: long enough for 19 of 20 frames. How long that is depends on the machine and on the
/// threads.
struct FrameLead {
    /// What it never exceeds; it begins with that.
    ///
    /// - Units: seconds
    let most: Double

    /// How long the next frame's lead is.
    ///
    /// - Units: seconds
    private(set) var seconds: Double

    private let least: Double
    private let step = 0.000_002
    private let enough = 19.0

    /// Makes a lead of which no frame is known.
    ///
    /// - Parameter most: What it never exceeds, in seconds; no lead for a number that is no time.
    init(most: Double) {
        self.most = most > 0 ? most : 0
        least = min(self.most, 0.000_05)
        seconds = self.most
    }

    /// Takes in how long a frame needed; one in twenty may need more than the lead.
    ///
    /// - Parameter needed: The time from the moment to wake at until the GIL was there, in seconds.
    mutating func record(needed: Double) {
        seconds += needed > seconds ? enough * step : -step
        seconds = min(max(seconds, least), most)
    }
}
