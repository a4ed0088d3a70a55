internal import OperatorNetwork
internal import PythonRuntime

/// What the host does for CHOPs in every frame: timers count, exports flow, CHOP Execute DATs look.
final class ChannelDuties {
    private var timers: [Operator] = []
    private var watches: [ChannelWatch] = []
    private unowned let host: Host

    init(host: Host) { self.host = host }

    /// Notes a new operator.
    func noticed(_ node: Operator) {
        switch node.type.name {
        case "timerCHOP": timers.append(node)
        case "chopexecuteDAT": watches.append(ChannelWatch(node))
        default: break
        }
    }

    /// Notes that operators are gone.
    func operatorsLeft() {
        if timers.contains(where: { !$0.isValid }) { timers.removeAll { !$0.isValid } }
        if watches.contains(where: { !$0.dat.isValid }) { watches.removeAll { !$0.dat.isValid } }
    }

    /// Does a frame's work.
    func doFrame() {
        for timer in timers where timer.isValid { TimerCallbacks(host, timer).doFrame() }
        host.channelExports.flow()
        for watch in watches where watch.dat.isValid { watch.look(host) }
    }
}
