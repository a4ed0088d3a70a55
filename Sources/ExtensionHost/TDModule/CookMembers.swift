internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// The members of operators about cooking: asking for it, what was measured, what went wrong.
///
/// - Source: <https://docs.derivative.ca/OP_Class>, <https://docs.derivative.ca/Cook>
enum CookMembers {
    static var members: [NativeMember] {
        cooking + own + children + messages
            + HeadlessMembers.marked("there is no GPU, so nothing cooks on it", onGPU)
    }

    private static var cooking: [NativeMember] {
        [
            .calling("cook", "force=False, recurse=False, includeUtility=False") {
                node, call throws(PythonError) in
                let (force, recurse) = try (call.bool(0), call.bool(1))
                node.cook(force: force, recurse: recurse, includingUtility: try call.bool(2))
                return PythonObject.none
            },
            .calling("dependenciesTo", "OP") { node, call throws(PythonError) in
                let other = try OperatorObject.node(of: call[0])
                return node.dependencies(to: other)
            },
        ]
    }

    private static var own: [NativeMember] {
        [
            statistic("totalCooks") { $0.totalCooks },
            statistic("cookFrame") { $0.frame },
            statistic("cookAbsFrame") { max($0.absoluteFrame, 0) },
            statistic("cookTime") { $0.duration },
            statistic("cpuCookTime") { $0.duration },
            statistic("cookStartTime") { $0.start },
            statistic("cookEndTime") { $0.end },
            .reading("cookedThisFrame") { $0.hasCooked(inFrame: frame) },
            .reading("cookedPreviousFrame") { $0.hasCooked(inFrame: frame - 1) },
        ]
    }

    /// Everything inside, at any depth; a frame counts in which any of it has cooked.
    private static var children: [NativeMember] {
        ["childrenCookTime", "childrenCPUCookTime"].map { name in
            .reading(name) { $0.childrenCook.time }
        }
            + ["childrenCookAbsFrame", "childrenCPUCookAbsFrame"].map { name in
                .reading(name) { Double($0.childrenCook.frame) }
            }
    }

    private static var onGPU: [NativeMember] {
        ["gpuCookTime", "childrenGPUCookTime", "childrenGPUCookAbsFrame"].map { name in
            .reading(name) { _ in 0.0 }
        }
    }

    private static var messages: [NativeMember] {
        [
            .calling("errors", "recurse=False") { node, call throws(PythonError) in
                try text(of: node, recursing: call.bool(0)) { node in
                    guard let host = Host.current else { return node.errors }
                    return node.errors + host.operatorErrors.list(of: node)
                        + host.scriptErrors.list(of: node)
                }
            },
            .calling("warnings", "recurse=False") { node, call throws(PythonError) in
                try text(of: node, recursing: call.bool(0)) { $0.warnings }
            },
            .calling("addError", "msg") { node, call throws(PythonError) in
                try add(call.string(0), .error, to: node, method: "addError")
            },
            .calling("addWarning", "msg") { node, call throws(PythonError) in
                try add(call.string(0), .warning, to: node, method: "addWarning")
            },
        ]
    }

    private static func add(
        _ text: String, _ severity: OperatorCook.Severity, to node: Operator, method: String
    ) throws(PythonError) -> PythonObject {
        let isCalledBack = Host.current?.callbackDATs.isCalling(for: node) == true
        guard node.madeCook?.isRunning == true || isCalledBack else {
            throw TDErrors.error(
                "\(method)() can only be called while \(node.path) is cooking.")
        }
        node.cookState.add(text, severity)
        return .none
    }

    private static func text(
        of node: Operator, recursing: Bool, _ messages: (Operator) -> [String]
    ) throws(PythonError) -> String {
        (recursing ? node.withDescendants : [node]).flatMap(messages).joined(separator: "\n")
    }

    private static func statistic(
        _ name: String, _ get: @escaping (CookStatistics) -> any PythonConvertible
    ) -> NativeMember {
        .reading(name) { get($0.madeCook?.statistics ?? CookStatistics()) }
    }

    private static var frame: Int { Host.current?.loop.frame.number ?? 0 }
}
