internal import OperatorNetwork
internal import PythonRuntime
internal import ThreadGuard
#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// What extensions started and have not ended, as `understudy_belongings` remembers it.
enum Belongings {
    private static let name = "understudy_belongings"

    /// Lets it name lines of DATs by the files that they came from, once it is imported.
    static func install() throws(PythonError) {
        let place = try PythonObject.function("place", "file, line", thread: .any) {
            call throws(PythonError) in
            let (file, line) = (try call.string(0), try call.int(1))
            let origin = ScriptSources.place(of: file, line: line)
            return try "\(origin?.file ?? file):\(origin?.line ?? line)".python()
        }
        let start = try PythonObject.module("understudy_start")
        try start.setAttribute("place", to: place)
        #if os(Linux)
        let processes = try PythonObject.function("processes", "number", thread: .any) {
            call throws(PythonError) in
            try ProcessList.lines(of: call.int(0)).python()
        }
        try start.setAttribute("processes", to: processes)
        #endif
    }

    /// The child processes that still run.
    ///
    /// - Parameter isAlone: Whether this process is the project's alone, so that all its children are.
    /// - Returns: Each with what is known of its start.
    static func children(isAlone: Bool) -> [RunSummary.Child] {
        let isAlone = isAlone && hasChildren
        do throws(PythonError) {
            guard let module = try module(isAlone) else { return [] }
            var children: [RunSummary.Child] = []
            for entry in try module.callMethod("children", isAlone.python()).elements() {
                let parts = try entry.elements()
                guard parts.count == 7 else { continue }
                let owner = try parts[4].text()
                children.append(
                    RunSummary.Child(
                        identifier: try Int(python: parts[0]), command: try parts[1].text(),
                        startedFrame: try parts[2].isNone ? nil : Int(python: parts[2]),
                        startedAt: FaultEntries.place(
                            CodeStack.projectPart(try ThreadWatch.stack(parts[3], false)).last),
                        owner: owner.isEmpty ? nil : owner,
                        ownerEndedFrame: try parts[5].isNone ? nil : Int(python: parts[5]),
                        isDetached: try parts[6].isTrue()))
            }
            return children
        } catch {
            return []
        }
    }

    /// Ends the child processes that were not detached.
    ///
    /// - Parameter isAlone: As above.
    static func endChildren(isAlone: Bool) {
        let isAlone = isAlone && hasChildren
        _ = try? module(isAlone)?.callMethod("end_children", isAlone.python())
    }

    /// The module, nil while nothing that it remembers can have been started.
    private static func module(_ isAlone: Bool) throws(PythonError) -> PythonObject? {
        if isAlone { return try PythonObject.module(name) }
        return try PythonObject.module("sys").attribute("modules").value(forKey: name)
    }

    /// Whether this process has any child, also one that has ended.
    private static var hasChildren: Bool {
        var ignored = siginfo_t()
        return waitid(P_ALL, 0, &ignored, WEXITED | WNOHANG | WNOWAIT) == 0 || errno != ECHILD
    }
}
