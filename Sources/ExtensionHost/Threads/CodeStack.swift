internal import OperatorNetwork
internal import PythonRuntime
internal import ThreadGuard

/// Python stacks as the guard and the reports tell them: project code only, at its place in a file.
enum CodeStack {
    /// The calls of a running frame, the innermost last.
    static func entries(ofFrame frame: PythonObject) -> [StackEntry] {
        entries(Traceback(ofFrame: frame))
    }

    /// The calls of a traceback, the innermost last.
    static func entries(_ traceback: Traceback) -> [StackEntry] {
        traceback.frames.filter { !isOurs($0.file) }.map(entry)
    }

    /// What the main thread runs right now.
    static func ofMainThread() -> [StackEntry] {
        do throws(PythonError) {
            let main = try PythonObject.module("threading").callMethod("main_thread")
                .attribute("ident")
            let frames = try PythonObject.module("sys").callMethod("_current_frames")
            guard let frame = try frames.value(forKey: main) else { return [] }
            return entries(ofFrame: frame)
        } catch {
            return []
        }
    }

    /// One call, in the file that its DAT came from where there is one.
    static func entry(_ frame: Traceback.Frame) -> StackEntry {
        let source = sourceLine(frame.file, frame.line)
        if let place = ScriptSources.place(of: frame.file, line: frame.line) {
            return StackEntry(
                file: place.file, line: place.line, function: "\(frame.function) (\(frame.file))",
                source: source)
        }
        return StackEntry(
            file: frame.file, line: frame.line, function: frame.function, source: source)
    }

    private static func isOurs(_ file: String) -> Bool {
        file.hasPrefix(Host.bundledFolder) && file.contains("/understudy_")
    }

    private static func sourceLine(_ file: String, _ line: Int) -> String? {
        do throws(PythonError) {
            let text = try PythonObject.module("understudy_sources")
                .callMethod("line", file.python(), line.python()).text()
            return text.isEmpty ? nil : text
        } catch {
            return nil
        }
    }
}
