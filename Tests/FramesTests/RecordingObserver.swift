@testable import Frames

/// An observer that writes down what it hears, and does what a test tells it to.
final class RecordingObserver: FrameObserver {
    var heard: [String] = []
    var frames: [Frame] = []
    var onFrameStart: (Frame) -> Void = { _ in }
    var onSettle: (Frame) -> Void = { _ in }
    var onWillWait: (Double) -> Void = { _ in }
    var onDidWait: () -> Void = {}

    func playStateChanged(_ isPlaying: Bool) { heard.append("playing \(isPlaying)") }

    func frameStarts(_ frame: Frame) {
        heard.append("start \(frame.number)")
        frames.append(frame)
        onFrameStart(frame)
    }

    func runsDue(_ frame: Frame) { heard.append("runs \(frame.number)") }

    func cook(_ frame: Frame) { heard.append("cook \(frame.number)") }

    func frameSettles(_ frame: Frame) {
        heard.append("settle \(frame.number)")
        onSettle(frame)
    }

    func frameEnds(_ frame: Frame) { heard.append("end \(frame.number)") }

    func willWait(until deadline: Double) { onWillWait(deadline) }

    func didWait() {
        heard.append("awake")
        onDidWait()
    }
}
