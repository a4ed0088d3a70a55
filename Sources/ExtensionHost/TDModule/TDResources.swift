internal import Frames
internal import OperatorNetwork

/// `op.TDResources`, the COMP at `/sys/TDResources` whose time goes on while the project is paused.
///
/// It comes into being when a script first asks for it, so that `/` holds only what a project brought;
/// what it offers, the Thread Manager, is made by its extension in the same way.
///
/// - Source: <https://docs.derivative.ca/Run_Command_Examples>
final class TDResources {
    /// Its global shortcut.
    static let name = "TDResources"

    private static let home = "/sys/" + name
    private static let extensionExpression =
        "__import__('understudy_tasks.resources', fromlist=['TDResourcesExt']).TDResourcesExt(me)"
    private let timeline: Timeline

    /// Makes the time and lets it move with the loop.
    init(_ loop: FrameLoop) {
        timeline = Timeline(rate: loop.rate)
        timeline.isIndependent = true
        loop.attach(timeline)
    }

    /// The COMP, made if need be.
    func component(in network: Network) throws(NetworkError) -> Operator {
        if let known = network.operator(withGlobalShortcut: Self.name) { return known }
        let made = try network.create(
            BaseCOMP.type, named: Self.name, in: Self.system(of: network))
        try? made.parameters["opshortcut"]?.set(.string(Self.name))
        try? made.parameters["ext0object"]?.set(.string(Self.extensionExpression))
        try? made.parameters["ext0promote"]?.set(.bool(true))
        return made
    }

    /// The COMP at `/sys`, made if need be.
    static func system(of network: Network) throws(NetworkError) -> Operator {
        if let known = network.root.child(named: "sys") { return known }
        return try network.create(BaseCOMP.type, named: "sys", in: network.root)
    }

    /// Whether an operator came with TouchDesigner's own `/sys`, and not with the project.
    static func isSystem(_ node: Operator) -> Bool {
        let path = node.path
        return path == "/sys" || path.hasPrefix("/sys/")
    }

    /// The COMP, when an operator is it or stands in it.
    func home(of node: Operator) -> Operator? {
        timeline(of: node) == nil ? nil : node.network?.operator(withGlobalShortcut: Self.name)
    }

    /// The time that governs an operator, nil when the project's own does.
    func timeline(of node: Operator) -> Timeline? {
        let path = node.path
        return path == Self.home || path.hasPrefix(Self.home + "/") ? timeline : nil
    }
}
