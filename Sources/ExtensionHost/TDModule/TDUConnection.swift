internal import Frames
internal import PythonRuntime
internal import ThreadGuard

/// Gives `tdu` what it takes from a host: the guard, the frame rate and the project's folder.
///
/// `tdu` asks for it as it is imported, so that projects which never import it pay nothing.
///
/// - Source: <https://docs.derivative.ca/TDU_Class>
enum TDUConnection {
    /// Connects the module with the running project.
    static func connect(_ tdu: PythonObject) throws(PythonError) {
        // In the child of a project, which runs none, what `tdu` has by itself is enough.
        guard Host.current != nil else { return }
        try tdu.setAttribute(
            "_guard",
            to: .function("guard", "member, kind", thread: .any) { call throws(PythonError) in
                guard !Interpreter.isMainThread else { return .none }
                try Guardian.judge(
                    Access(
                        operatorPath: "tdu.Dependency", member: call.string(0),
                        kind: call.string(1) == "write" ? .write : .read))
                return .none
            })
        try tdu.setAttribute(
            "_observe",
            to: .function("observe", "dependency, kind", thread: .any) { call throws(PythonError) in
                // The guard has judged the access before.
                guard Interpreter.isMainThread else { return .none }
                try DependencyNodes.note(call[0], isWrite: call.string(1) == "write")
                return .none
            })
        try tdu.setAttribute(
            "_rate",
            to: .function("rate", thread: .any) { _ throws(PythonError) in
                try Host.running.timeline.rate.python()
            })
        try tdu.setAttribute("_paths", to: ProjectType.paths(of: Host.running))
        try tdu.setAttribute("_folder", to: Host.running.configuration.projectFolder.python())
    }

    /// Connects a `tdu` that an earlier project of this process imported.
    static func reconnect() throws(PythonError) {
        let modules = try PythonObject.module("sys").attribute("modules")
        if let tdu = try modules.value(forKey: "tdu") { try connect(tdu) }
    }
}
