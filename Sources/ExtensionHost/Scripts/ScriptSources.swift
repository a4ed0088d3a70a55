internal import OperatorNetwork
internal import PythonRuntime
private import Synchronization

/// Where the code of DATs came from, for tracebacks and fault reports.
///
/// - Thread: any
nonisolated enum ScriptSources {
    private static let origins = Mutex<[String: SourceOrigin]>([:])

    /// Remembers a DAT's origin and lets `linecache` find its lines.
    @MainActor
    static func enter(_ dat: Operator) {
        if let origin = dat.origin { origins.withLock { $0[dat.path] = origin } }
        guard let text = dat.content?.text else { return }
        do throws(PythonError) {
            let lines = try text.python().callMethod("splitlines", true.python())
            let entry = try PythonObject.tuple([
                text.utf8.count.python(), .none, lines, dat.path.python(),
            ])
            let pending = try PythonObject.module("understudy_sources").attribute("texts")
            try pending.setItem(dat.path, to: entry)
        } catch {
            // A source that cannot be kept costs a traceback its text, nothing more.
        }
    }

    /// A DAT's file and the line in it that a line of the DAT is; nil when it came from no file.
    static func place(of file: String, line: Int) -> SourceOrigin? {
        guard let origin = origins.withLock({ $0[file] }) else { return nil }
        return SourceOrigin(file: origin.file, line: origin.line + line - 1)
    }

    /// Forgets everything, for the next host.
    static func clear() { origins.withLock { $0 = [:] } }
}
