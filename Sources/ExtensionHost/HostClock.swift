internal import Frames
internal import OperatorNetwork

/// Tells the network's cooks the time of the host's frames and timelines.
final class HostClock: CookClock {
    private unowned let host: Host
    private var frameStart = ContinuousClock.now

    init(host: Host) { self.host = host }

    /// A frame begins: whatever depends on the time is out of date.
    func frameStarts() {
        frameStart = .now
        host.network.noteTime()
    }

    var sinceFrameStart: Double { frameStart.duration(to: .now).inSeconds }

    func time(of node: Operator) -> CookTime {
        let (frame, timeline) = (host.loop.frame, host.timeline(of: node))
        var time = CookTime()
        time.absoluteFrame = frame.number
        time.absoluteSeconds = frame.seconds
        time.step = frame.step
        time.frame = timeline.frame
        time.rate = timeline.rate
        time.isPlaying = timeline.isRunning
        return time
    }
}
