internal import OperatorNetwork
internal import PythonRuntime

/// One CHOP Execute DAT: compares a CHOP's samples with those of the frame before, and calls back.
///
/// - Source: <https://docs.derivative.ca/CHOP_Execute_DAT>
final class ChannelWatch {
    /// One sample that is another, or on, or off.
    private struct Change {
        let function: String
        let channel: Int
        let sample: Int
        let value: Float
        let previous: Float
    }

    let dat: Operator
    private var last: [String: [Float]] = [:]
    private weak var source: Operator?

    init(_ dat: Operator) { self.dat = dat }

    /// Looks at the CHOP once and calls what the parameters ask for.
    func look(_ host: Host) {
        guard dat.isOn("active"), let chop = watched(), let channels = chop.channels else {
            last = [:]
            source = nil
            return
        }
        if source !== chop {
            // The first look only learns the values.
            source = chop
            last = [:]
        }
        let wanted = Set(
            ["offtoon", "whileon", "ontooff", "whileoff", "valuechange"].filter(dat.isOn))
        let pattern = Pattern(dat.text(of: "channel"))
        let isOnce = dat.text(of: "freq") == "onceperframe"
        var changes: [Change] = []
        var seen: [String: [Float]] = [:]
        for (index, channel) in channels.channels.enumerated() where pattern.matches(channel.name) {
            let before = last[channel.name]
            seen[channel.name] =
                channels.isTimeSlice ? Array(channel.samples.suffix(1)) : channel.samples
            guard !wanted.isEmpty else { continue }
            changes += found(
                index, channel.samples, before, isSlice: channels.isTimeSlice, wanted, isOnce)
        }
        last = seen
        for change in changes { call(change, chop, channels, host) }
    }

    private func found(
        _ channel: Int, _ samples: [Float], _ before: [Float]?, isSlice: Bool,
        _ wanted: Set<String>, _ isOnce: Bool
    ) -> [Change] {
        var changes: [Change] = []
        var previous = before?.last
        for (place, value) in samples.enumerated() {
            if !isSlice {
                previous = before.flatMap { $0.indices.contains(place) ? $0[place] : nil }
            }
            let (isOn, wasOn) = (value != 0, previous.map { $0 != 0 })
            func note(_ toggle: String, _ function: String) {
                guard wanted.contains(toggle) else { return }
                changes.append(
                    Change(
                        function: function, channel: channel, sample: place, value: value,
                        previous: previous ?? value))
            }
            if isOn, wasOn == false { note("offtoon", "onOffToOn") }
            if !isOn, wasOn == true { note("ontooff", "onOnToOff") }
            if let previous, previous != value { note("valuechange", "onValueChange") }
            if !isOnce || place == samples.count - 1 {
                if isOn { note("whileon", "whileOn") } else { note("whileoff", "whileOff") }
            }
            if isSlice { previous = value }
        }
        return changes
    }

    private func call(_ change: Change, _ chop: Operator, _ channels: Channels, _ host: Host) {
        host.callBack(change.function, of: dat) { () throws(PythonError) in
            guard chop.isValid else { return nil }
            return try [
                ChannelAccess.make(chop, channels, change.channel), change.sample.python(),
                Double(change.value).python(), Double(change.previous).python(),
            ]
        }
    }

    private func watched() -> Operator? {
        let path = dat.text(of: "chop")
        guard !path.isEmpty, let network = dat.network else { return nil }
        return OperatorFinder(network).find(path, namedBy: dat)
    }
}
