internal import Frames
internal import OperatorNetwork
internal import PythonRuntime

/// `td.Run` and `td.Runs`: delayed calls.
///
/// - Source: <https://docs.derivative.ca/Run_Class>
enum RunType {
    static var members: [NativeMember] {
        [
            member("active", { $0.isActive }) { run, value throws(PythonError) in
                run.isActive = try value.isTrue()
            },
            member("group", { $0.group }) { run, value throws(PythonError) in
                run.group = try value.isNone ? nil : value.text()
            },
            member("remainingFrames", { $0.remainingFrames }) {
                run, value throws(PythonError) in
                run.remainingFrames = try Int(python: value)
            },
            member("remainingMilliseconds", { $0.remainingMilliseconds }) {
                run, value throws(PythonError) in
                run.remainingMilliseconds = try Double(python: value)
            },
            member("isString", { $0.pendingCall?.callable == nil }),
            member("isDAT", { _ in false }),
            member("isCell", { _ in false }),
            member("path", { $0.pendingCall?.origin }),
            member("source", { $0.pendingCall?.source ?? "" }),
            .method("kill") { call throws(PythonError) in
                try run(of: call.owner).kill()
                return .none
            },
        ]
    }

    static var listMembers: [NativeMember] {
        [
            .method("__len__") { _ throws(PythonError) in
                try Host.running.runs.queue.count.python()
            },
            .method("__getitem__", "index") { call throws(PythonError) in
                try list().item(call[0])
            },
            .method("__iter__") { _ throws(PythonError) in try list().callMethod("__iter__") },
        ]
    }

    static func make(_ run: Run<DelayedCall>) throws(PythonError) -> PythonObject {
        try TDModule.types.run.instance(of: run)
    }

    private static func list() throws(PythonError) -> PythonObject {
        var objects: [PythonObject] = []
        for run in try Host.running.runs.queue.pending { objects.append(try make(run)) }
        return try PythonObject.list(objects)
    }

    private static func run(of object: PythonObject) throws(PythonError) -> Run<DelayedCall> {
        guard let run = TDModule.types.run.payload(of: object, as: Run<DelayedCall>.self),
            run.isPending
        else { throw TDErrors.error("Invalid Run object: it has been executed or killed.") }
        return run
    }

    private static func member(
        _ name: String,
        _ get: @escaping (Run<DelayedCall>) throws(PythonError) -> any PythonConvertible,
        set: ((Run<DelayedCall>, PythonObject) throws(PythonError) -> Void)? = nil
    ) -> NativeMember {
        guard let set else {
            return .property(name) { object throws(PythonError) in try get(run(of: object)).python()
            }
        }
        return .property(
            name, get: { object throws(PythonError) in try get(run(of: object)).python() },
            set: { object, value throws(PythonError) in try set(run(of: object), value) })
    }
}
