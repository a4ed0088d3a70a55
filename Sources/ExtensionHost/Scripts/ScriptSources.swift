internal import OperatorNetwork
internal import PythonRuntime
private import Synchronization

/// Where the code of DATs came from, for tracebacks and fault reports.
///
/// - Thread: any
nonisolated enum ScriptSources {
    private struct State {
        var origins: [String: SourceOrigin] = [:]
        /// The paths of destroyed DATs whose code may still run in a thread, the latest last.
        var left: [String] = []
    }

    /// How many destroyed DATs are remembered.
    private static let memory = 200
    private static let state = Mutex(State())
    /// What `understudy_sources` knows of DATs, once it is imported.
    // SAFETY: set once by the main thread under the GIL, read under the GIL.
    nonisolated(unsafe) private static var texts: PythonObject?

    /// `understudy_sources`, which is imported when a source is first asked for.
    static func module() throws(PythonError) -> PythonObject {
        let module = try PythonObject.module("understudy_sources")
        if let texts { try module.setAttribute("texts", to: texts) }
        return module
    }

    /// Remembers a DAT's origin and lets `linecache` find its lines.
    @MainActor
    static func enter(_ dat: Operator) {
        let (path, origin) = (dat.path, dat.origin)
        state.withLock { state in
            state.origins[path] = origin
            state.left.removeAll { $0 == path }
        }
        guard let text = dat.content?.text else { return }
        do throws(PythonError) {
            let lines = try text.python().callMethod("splitlines", true.python())
            let entry = try PythonObject.tuple([
                text.utf8.count.python(), .none, lines, dat.path.python(),
            ])
            let known = if let texts { texts } else { try PythonObject.dictionary() }
            texts = known
            try known.setItem(dat.path, to: entry)
        } catch {
            // A source that cannot be kept costs a traceback its text, nothing more.
        }
    }

    /// Notes that a DAT goes; the sources of those that went long ago are forgotten.
    @MainActor
    static func leave(_ dat: Operator) {
        guard dat.ownContent != nil else { return }
        let path = dat.path
        let forgotten: String? = state.withLock { state in
            state.left.append(path)
            guard state.left.count > memory else { return nil }
            let oldest = state.left.removeFirst()
            state.origins[oldest] = nil
            return oldest
        }
        guard let forgotten else { return }
        _ = try? module().callMethod("forget", forgotten.python())
    }

    /// A DAT's file and the line in it that a line of the DAT is; nil when it came from no file.
    static func place(of file: String, line: Int) -> SourceOrigin? {
        guard let origin = state.withLock({ $0.origins[file] }) else { return nil }
        return SourceOrigin(file: origin.file, line: origin.line + line - 1)
    }

    /// Forgets everything, for the next host.
    static func clear() {
        state.withLock { $0 = State() }
        // A dictionary takes no harm from being cleared.
        _ = try? texts?.callMethod("clear")
    }
}
