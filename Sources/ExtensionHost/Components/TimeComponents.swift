internal import Frames
internal import OperatorNetwork

/// The Time COMPs of a project, and the timelines that they stand for.
///
/// `/local/time` is the project's own, and comes into being when a script first asks for its time.
///
/// - Source: <https://docs.derivative.ca/Time_COMP>
final class TimeComponents {
    private unowned let host: Host
    private var timelines: [OperatorID: Timeline] = [:]
    private var isFollowing = false

    init(host: Host) { self.host = host }

    /// The timeline of the nearest Time COMP around an operator; nil when no component has its own.
    func timeline(of node: Operator) -> Timeline? {
        guard !timelines.isEmpty else { return nil }
        return nearest(node).flatMap { timelines[$0.id] }
    }

    /// The timeline of a Time COMP.
    func timeline(at component: Operator) -> Timeline? { timelines[component.id] }

    /// The Time COMP that governs an operator, made if need be.
    func component(for node: Operator) throws(NetworkError) -> Operator {
        let system = host.resources.home(of: node)
        if let known = nearest(node, within: system) { return known }
        let place = try local(in: system ?? host.network.root)
        return try host.network.create(TimeCOMP.type, named: "time", in: place)
    }

    /// Notes a change of the network.
    func noticed(_ change: NetworkChange) {
        switch change {
        case .created(let node):
            enrol(node)
        case .copied(let node, _):
            for copy in node.withDescendants { enrol(copy) }
        case .parameterChanged(let node, _):
            guard !isFollowing, let timeline = timelines[node.id] else { return }
            Self.set(timeline, from: node)
        case .destroyed(let id):
            guard let timeline = timelines.removeValue(forKey: id) else { return }
            if timeline !== host.timeline { host.loop.detach(timeline) }
        default:
            break
        }
    }

    private func enrol(_ node: Operator) {
        guard node.type.name == TimeCOMP.type.name else { return }
        if node.path == "/local/time" {
            timelines[node.id] = host.timeline
            follow(host.timeline, node)
        } else if let own = host.resources.timeline(of: node) {
            timelines[node.id] = own
            follow(own, node)
        } else {
            let timeline = Timeline(rate: host.loop.rate)
            host.loop.attach(timeline)
            timelines[node.id] = timeline
            Self.set(timeline, from: node)
        }
    }

    /// The Time COMP of the nearest component that has one, and does not stand outside of `limit`.
    private func nearest(_ node: Operator, within limit: Operator? = nil) -> Operator? {
        var next: Operator? = node
        while let candidate = next {
            if let time = candidate.child(named: "local")?.child(named: "time"),
                time.type.name == TimeCOMP.type.name
            {
                return time
            }
            next = candidate === limit ? nil : candidate.parent
        }
        return nil
    }

    private func local(in component: Operator) throws(NetworkError) -> Operator {
        if let known = component.child(named: "local") { return known }
        return try host.network.create(BaseCOMP.type, named: "local", in: component)
    }

    /// Sets the parameters of a new Time COMP to a timeline that runs already.
    private func follow(_ timeline: Timeline, _ node: Operator) {
        isFollowing = true
        defer { isFollowing = false }
        let held: [(String, ParameterValue)] = [
            ("play", .bool(timeline.isPlaying)), ("rate", .double(timeline.rate)),
            ("start", .double(timeline.start)), ("end", .double(timeline.end)),
            ("rangestart", .double(timeline.rangeStart)), ("rangeend", .double(timeline.rangeEnd)),
            ("rangelimit", .string(timeline.rangeLimit.rawValue)),
            ("independent", .bool(timeline.isIndependent)),
        ]
        for (name, value) in held { try? node.parameters[name]?.set(value) }
    }

    private static func set(_ timeline: Timeline, from node: Operator) {
        func number(_ name: String) -> Double? {
            guard case .double(let value)? = try? node.parameters[name]?.evaluate() else {
                return nil
            }
            return value
        }
        func truth(_ name: String) -> Bool? {
            guard case .bool(let value)? = try? node.parameters[name]?.evaluate() else {
                return nil
            }
            return value
        }
        timeline.isPlaying = truth("play") ?? timeline.isPlaying
        timeline.isIndependent = truth("independent") ?? timeline.isIndependent
        timeline.rate = number("rate") ?? timeline.rate
        timeline.start = number("start") ?? timeline.start
        timeline.end = number("end") ?? timeline.end
        timeline.rangeStart = number("rangestart") ?? timeline.rangeStart
        timeline.rangeEnd = number("rangeend") ?? timeline.rangeEnd
        if case .string(let limit)? = try? node.parameters["rangelimit"]?.evaluate() {
            timeline.rangeLimit = Timeline.RangeLimit(rawValue: limit) ?? timeline.rangeLimit
        }
    }
}
