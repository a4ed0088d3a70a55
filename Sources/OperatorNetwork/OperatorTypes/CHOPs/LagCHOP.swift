#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Slows changes down, lets them overshoot, limits their speed and acceleration.
///
/// The output goes towards the input so that after the lag a tenth of a change is left, and overshoot
/// adds what the change of the input exceeds a like filter's. TouchDesigner's own formula is not
/// documented: its values agree at both ends and differ on the way. Quaternion Rotation lags values.
///
/// - Source: <https://docs.derivative.ca/Lag_CHOP>
package nonisolated enum LagCHOP {
    package static let type = OperatorType(
        "lag", .chop, label: "Lag", pages: [lag, CHOPPages.filter(timeSlice: true)],
        inputLimit: 1, cook: { ChannelCooking(cook) })

    private static let lag = ParameterPage(
        "Lag",
        [
            .menu(
                "lagmethod", "Method",
                [
                    ("value", "Lag Value"), ("amp", "Lag Amplitude"), ("mag", "Lag Magnitude"),
                    ("rotation", "Quaternion Rotation (Commercial)"),
                ]), pair("lag", "Lag", 0.2),
            .menu("lagunit", "Lag Unit", CHOPPages.units, default: "seconds"),
            pair("overshoot", "Overshoot", 0),
            .menu("overshootunit", "Overshoot Unit", CHOPPages.units, default: "seconds"),
            .toggle("clamp", "Clamp Slope"), pair("slope", "Max Slope", 1),
            .toggle("aclamp", "Clamp Acceleration"), pair("accel", "Max Acceleration", 1),
            .toggle("lagsamples", "Lag per Sample"), .toggle("snap", "Snap"),
            .float("threshold", "Threshold", default: 0.001),
        ] + CHOPPages.reset)

    private static func pair(
        _ name: String, _ label: String, _ value: Double
    ) -> [ParameterDefinition] {
        .numbers(
            name, label, style: .float, suffixes: ["1", "2"], default: [value, value])
    }

    private struct State {
        var output: Double
        var speed = 0.0
        var trail: Double
    }

    /// What the parameters ask for; index 0 is upwards, 1 downwards.
    private struct Settings {
        var lag: [Double]
        var overshoot: [Double]
        var slope: [Double]?
        var acceleration: [Double]?
        var usesAmplitude: Bool
        var threshold: Double?

        @MainActor
        init(_ cook: ChannelCook, rate: Double) throws {
            lag = try ["lag1", "lag2"].map { try cook.samples($0, unit: "lagunit", at: rate) }
            overshoot = try ["overshoot1", "overshoot2"]
                .map { try cook.samples($0, unit: "overshootunit", at: rate) }
            if try cook.isOn("clamp") {
                slope = try ["slope1", "slope2"].map { try cook.number($0) / rate }
            }
            if try cook.isOn("aclamp") {
                acceleration = try ["accel1", "accel2"].map { try cook.number($0) / rate / rate }
            }
            usesAmplitude = try cook.text("lagmethod") == "amp"
            threshold = try cook.isOn("snap") ? cook.number("threshold") : nil
        }

        func step(_ state: inout State, _ target: Double) -> Double {
            let isDown =
                usesAmplitude ? abs(target) < abs(state.output) : target < state.output
            let side = isDown ? 1 : 0
            var goal = target
            if overshoot[side] > 0 {
                state.trail += (target - state.trail) * Self.share(overshoot[side])
                goal += target - state.trail
            }
            var change = (goal - state.output) * Self.share(lag[side])
            if let slope { change = min(max(change, -slope[1]), slope[0]) }
            if let acceleration {
                change =
                    state.speed
                    + min(max(change - state.speed, -acceleration[1]), acceleration[0])
            }
            state.speed = change
            state.output += change
            if let threshold, abs(state.output - target) <= threshold { state.output = target }
            return state.output
        }

        /// How much of the way is gone in one sample, so that 90 % is gone in `samples`.
        private static func share(_ samples: Double) -> Double {
            samples > 0 ? 1 - pow(0.1, 1 / samples) : 1
        }
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let isReset = try cook.isOn("reset") || cook.isPressed("resetpulse")
        let isPerSample = try cook.isOn("lagsamples")
        let rate = isPerSample ? cook.now.rate : cook.input.rate
        if try cook.text("lagmethod") == "mag" {
            return try cook.renamed(byMagnitude(cook, isReset: isReset))
        }
        let result = try cook.stepping(
            cook.input, perSample: "lagsamples",
            start: { State(output: Double($0), trail: Double($0)) }
        ) { _ in
            let settings = try Settings(cook, rate: rate)
            return { state, sample, _ in
                if isReset {
                    state = State(output: Double(sample), trail: Double(sample))
                    return sample
                }
                return Float(settings.step(&state, Double(sample)))
            }
        }
        return try cook.renamed(result)
    }

    /// All channels as one vector, whose way to its goal is lagged as a whole.
    @MainActor
    private static func byMagnitude(_ cook: ChannelCook, isReset: Bool) throws -> Channels {
        var result = try cook.sliced(cook.input)
        let scope = try cook.scope(of: result).sorted()
        var settings = try Settings(cook, rate: result.rate)
        settings.lag[1] = settings.lag[0]
        return try cook.keeping([Double]()) { position in
            for index in 0..<result.count {
                let goal = scope.map { Double(result.channels[$0].samples[index]) }
                if position.count != goal.count || isReset { position = goal }
                let way = zip(goal, position).map { $0 - $1 }
                let length = sqrt(way.reduce(0) { $0 + $1 * $1 })
                var state = State(output: 0, trail: 0)
                let gone = length > 0 ? settings.step(&state, length) / length : 0
                for (place, channel) in scope.enumerated() {
                    position[place] += way[place] * gone
                    result.channels[channel].samples[index] = Float(position[place])
                }
            }
            return result
        }
    }
}
