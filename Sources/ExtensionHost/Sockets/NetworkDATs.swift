internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// The network DATs and CHOPs of a project, and the sockets that `understudy_network` keeps for them.
///
/// Python is told of them with the first frame; a project without network DATs never imports it. All
/// of it runs on the main thread: what peers sent since the last frame is delivered at the start of a
/// frame, for a share of its time.
final class NetworkDATs {
    /// The full names of their types.
    nonisolated static let kinds: Set = [
        "oscinCHOP", "oscinDAT", "oscoutCHOP", "oscoutDAT", "tcpipDAT", "udpinDAT", "udpoutDAT",
        "webclientDAT",
        "webserverDAT", "websocketDAT",
    ]

    private static let families: Set<OperatorFamily> = [.dat, .chop]

    // Half of a frame at 60 frames a second: the other half is the project's own.
    private static let longestShare = 0.008

    private unowned let host: Host
    private var nodes: [OperatorID: Operator] = [:]
    private var newcomers: [Operator] = []
    private var sockets: PythonObject?

    init(host: Host) { self.host = host }

    /// Whether peers are given real time even when the frames run on virtual time.
    var isExpectingPeers: Bool {
        guard let sockets, let isIdle = try? sockets.attribute("is_idle").isTrue() else {
            return false
        }
        return !isIdle
    }

    /// Notes a new operator.
    func noticed(_ node: Operator) {
        guard Self.families.contains(node.type.family), Self.kinds.contains(node.type.name) else {
            return
        }
        nodes[node.id] = node
        newcomers.append(node)
    }

    /// Closes the sockets of an operator that goes.
    func leaves(_ node: Operator) {
        guard nodes[node.id] != nil else { return }
        newcomers.removeAll { $0 === node }
        tell { sockets throws(PythonError) in
            try sockets.callMethod("remove", node.id.number.python())
        }
        nodes[node.id] = nil
        host.operatorErrors.forget(node.id)
    }

    /// Notes that a parameter has another value; its effect follows in the next frame.
    func changed(_ node: Operator) {
        guard nodes[node.id] != nil, sockets != nil else { return }
        tell { sockets throws(PythonError) in try settle(node, sockets) }
    }

    /// Notes that a parameter was pressed.
    func pulsed(_ node: Operator, _ parameter: Parameter) {
        guard nodes[node.id] != nil else { return }
        introduceNewcomers()
        tell { sockets throws(PythonError) in
            try sockets.callMethod(
                "pulsed", node.id.number.python(), parameter.name.python())
        }
    }

    /// Delivers what has come and sends what can go.
    func serve() {
        guard !nodes.isEmpty else { return }
        introduceNewcomers()
        let share = min(Self.longestShare, 0.5 / host.loop.rate)
        tell { sockets throws(PythonError) in try sockets.callMethod("serve", share.python()) }
    }

    /// Sends what the operators have cooked in this frame.
    func endFrame() {
        guard !nodes.isEmpty else { return }
        tell { sockets throws(PythonError) in try sockets.callMethod("end_frame") }
    }

    /// Closes every socket.
    func end() {
        tell { sockets throws(PythonError) in try sockets.callMethod("close") }
        nodes = [:]
        newcomers = []
        sockets = nil
    }

    /// What does an operator's work, for its methods.
    ///
    /// - Throws: `td.tdError` when the project has ended.
    func device(of node: Operator) throws(PythonError) -> PythonObject {
        introduceNewcomers()
        let device = try sockets?.callMethod("device", node.id.number.python())
        guard let device, !device.isNone else {
            throw TDErrors.error("\(node.path) has no sockets any more.")
        }
        return device
    }

    private func introduceNewcomers() {
        guard !newcomers.isEmpty else { return }
        let known = newcomers
        newcomers = []
        if sockets == nil {
            do throws(PythonError) {
                sockets = try PythonObject.module("understudy_network")
                    .callMethod("make", SocketBridge(host).object())
            } catch {
                host.report(error, in: "opening the network", of: host.network.root)
            }
        }
        tell { sockets throws(PythonError) in
            for node in known where node.isValid {
                try sockets.callMethod(
                    "add", node.id.number.python(), node.type.name.python(),
                    OperatorObject.object(of: node))
                try settle(node, sockets)
            }
        }
    }

    /// Lets an operator's parameters be looked at: once, or in every frame when expressions give them.
    private func settle(_ node: Operator, _ sockets: PythonObject) throws(PythonError) {
        let isFickle = node.parameters.all.contains { $0.mode != .constant }
        try sockets.callMethod("changed", node.id.number.python(), isFickle.python())
    }

    private func tell(_ body: (PythonObject) throws(PythonError) -> Void) {
        guard let sockets else { return }
        do throws(PythonError) {
            try host.activity.during("serving the network") { () throws(PythonError) in
                try body(sockets)
            }
        } catch {
            host.report(error, in: "serving the network", of: host.network.root)
        }
    }
}
