/// Finds where a channel crosses a threshold upwards (a trigger) and downwards (a release).
///
/// - Source: <https://docs.derivative.ca/Trigger_CHOP>
nonisolated struct TriggerEdge: Sendable {
    /// What the newest sample did.
    enum Event {
        case off, triggered, on, released

        var isOn: Bool { self == .on || self == .triggered }
    }

    /// The thresholds, and how long after a trigger no other one counts.
    struct Levels {
        var up: Float = 0
        var down: Float = 0
        var isFalling = false
        /// - Units: samples
        var pause = 0

        init() {}

        @MainActor
        init(_ cook: ChannelCook, at rate: Double) throws {
            up = try cook.single("threshup")
            down = try cook.isOn("threshold") ? up : cook.single("threshdown")
            isFalling = try cook.text("triggeron") == "decrease"
            pause = Int(clamping: try cook.samples("retrigger", at: rate))
        }
    }

    private var isOn: Bool?
    private var sinceTrigger = Int.max

    /// Takes in the next sample; the first one triggers only from a known off.
    mutating func take(_ sample: Float, _ levels: Levels) -> Event {
        if sinceTrigger < Int.max { sinceTrigger += 1 }
        let (value, up, down) =
            levels.isFalling
            ? (-sample, -levels.up, -levels.down) : (sample, levels.up, levels.down)
        guard let wasOn = isOn else {
            isOn = value > up
            return value > up ? .on : .off
        }
        if !wasOn, value > up, sinceTrigger > levels.pause {
            isOn = true
            sinceTrigger = 0
            return .triggered
        }
        if wasOn, value <= down {
            isOn = false
            return .released
        }
        return wasOn ? .on : .off
    }
}
