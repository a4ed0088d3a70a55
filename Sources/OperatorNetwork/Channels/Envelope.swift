#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The course of a level after a trigger.
///
/// - Source: <https://docs.derivative.ca/Trigger_CHOP>
nonisolated struct Envelope: Sendable {
    /// Where in its course an envelope is.
    struct Place: Sendable {
        fileprivate var phase = 0
        /// - Units: samples of the phase that runs
        fileprivate var elapsed = 0.0
        fileprivate(set) var level: Double
        fileprivate var origin: Double

        init(from level: Double) {
            self.level = level
            origin = level
        }

        var isRising: Bool { phase <= 1 }
    }

    // Delay, attack, peak, decay, sustain, release.
    private let lengths: [Double]
    private let shapes: [String]
    private let peak: Double
    private let sustain: Double

    @MainActor
    init(_ cook: ChannelCook, rate: Double) throws {
        lengths = try ["delay", "attack", "peaklen", "decay", "minsustain", "release"].map {
            max(0, try cook.samples($0, at: rate))
        }
        shapes = try ["", cook.text("ashape"), "", cook.text("dshape"), "", cook.text("rshape")]
        sustain = try cook.number("sustain")
        peak = max(try cook.number("peak"), sustain)
    }

    /// Goes on by one sample.
    ///
    /// - Returns: The level; the place becomes `nil` at the end.
    func step(_ place: inout Place?, isHeld: Bool, completes: Bool) -> Double {
        guard var now = place else { return 0 }
        defer { place = now.phase > 5 ? nil : now }
        if !isHeld, !completes, now.phase < 4 { enter(5, &now) }
        now.elapsed += 1
        // A phase without length ends before it begins.
        while now.phase <= 5, now.elapsed > lengths[now.phase], !(now.phase == 4 && isHeld) {
            let rest = now.elapsed - lengths[now.phase]
            enter(now.phase + 1, &now)
            now.elapsed = rest
        }
        guard now.phase <= 5 else { return 0 }
        // However long it is held, the release begins in the sample after.
        if now.phase == 4, isHeld { now.elapsed = min(now.elapsed, lengths[4]) }
        let part = lengths[now.phase] > 0 ? min(now.elapsed / lengths[now.phase], 1) : 1
        let goal = [now.origin, peak, peak, sustain, sustain, 0][now.phase]
        now.level = now.origin + (goal - now.origin) * shaped(part, shapes[now.phase])
        return now.level
    }

    private func enter(_ phase: Int, _ place: inout Place) {
        place.origin = [place.level, place.level, peak, peak, sustain, place.level, 0][phase]
        if phase == 5, place.phase == 4 { place.origin = sustain }
        place.phase = phase
        place.elapsed = 0
    }

    private func shaped(_ part: Double, _ shape: String) -> Double {
        switch shape {
        case "easein": part * part
        case "easeout": part * (2 - part)
        case "halfcos": (1 - cos(.pi * part)) / 2
        default: part
        }
    }
}
