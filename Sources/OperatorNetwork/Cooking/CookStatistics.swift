/// How often and how long an operator has cooked, as measured.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
package struct CookStatistics {
    package private(set) var totalCooks = 0
    /// The timeline's frame of the last cook.
    package private(set) var frame = 0.0
    /// `absTime.frame` of the last cook; -1 before the first.
    package private(set) var absoluteFrame = -1
    /// `absTime.frame` of the last cook in another frame than that.
    package private(set) var earlierFrame = -1
    /// How far its frame had come when the last cook began.
    ///
    /// - Units: milliseconds
    package private(set) var start = 0.0
    /// How far its frame had come when the last cook ended.
    ///
    /// - Units: milliseconds
    package private(set) var end = 0.0
    /// How long the last cook took.
    ///
    /// - Units: milliseconds
    package private(set) var duration = 0.0

    private var began: ContinuousClock.Instant?

    /// The statistics of an operator that has never cooked.
    package init() {}

    mutating func begin(of node: Operator) {
        began = ContinuousClock.now
        start = (node.network?.clock?.sinceFrameStart ?? 0) * 1000
    }

    mutating func end(of node: Operator) {
        let taken = began?.duration(to: .now) ?? .zero
        duration = taken.inSeconds * 1000
        end = start + duration
        totalCooks += 1
        let time = node.network?.clock?.time(of: node) ?? CookTime()
        if time.absoluteFrame != absoluteFrame {
            earlierFrame = absoluteFrame
            absoluteFrame = time.absoluteFrame
        }
        frame = time.frame
    }
}
