@testable import Frames

/// A loop on a virtual clock with everything that belongs to it, as most tests need it.
final class Stage {
    let clock = VirtualClock()
    let timeline: Timeline
    let observer = RecordingObserver()
    let queue: RunQueue<String>
    let loop: FrameLoop
    var called: [String] = []

    init(rate: Double = 60) {
        timeline = Timeline(rate: rate)
        queue = RunQueue(clock: clock)
        loop = FrameLoop(rate: rate, clock: clock, timeline: timeline, runs: queue)
        loop.observer = observer
        queue.perform = { [unowned self] _, call in
            called.append(call)
            observer.heard.append("run \(call)")
        }
    }

    func frames(_ count: Int) {
        for _ in 0..<count { loop.advance() }
    }

    @discardableResult
    func add(_ call: String, _ delay: RunDelay, group: String? = nil) -> Run<String> {
        queue.add(call, after: delay, on: timeline, group: group)
    }
}
