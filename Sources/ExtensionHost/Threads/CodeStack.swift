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

    /// The innermost call of a traceback that is the project's own, if it has one; of a deep recursion's
    /// frames no other is looked up.
    static func innermost(_ traceback: Traceback) -> StackEntry? {
        let frames = traceback.frames.filter { !isOurs($0.file) }
        let isNews = isNews(in: frames.map(\.file))
        return (frames.last { isNews($0.file) } ?? frames.last).map(entry)
    }

    /// What the main thread runs right now.
    static func ofMainThread() -> [StackEntry] {
        do throws(PythonError) {
            let frame = try PythonObject.module("understudy_threads").callMethod("main_frame")
            return frame.isNone ? [] : entries(ofFrame: frame)
        } catch {
            return []
        }
    }

    /// One call with the text of its line, in the file that its DAT came from where there is one.
    static func entry(_ frame: Traceback.Frame) -> StackEntry { entry(frame, isQuoting: true) }

    /// One call, in the file that its DAT came from where there is one.
    ///
    /// - Parameters:
    ///   - frame: The call.
    ///   - isQuoting: Whether the line's text is wanted; it may have to be read from a file.
    /// - Returns: The call at its place.
    static func entry(_ frame: Traceback.Frame, isQuoting: Bool) -> StackEntry {
        let source = isQuoting ? sourceLine(frame.file, frame.line) : nil
        if let place = ScriptSources.place(of: frame.file, line: frame.line) {
            return StackEntry(
                file: place.file, line: place.line, function: "\(frame.function) (\(frame.file))",
                source: source)
        }
        return StackEntry(
            file: frame.file, line: frame.line, function: frame.function, source: source)
    }

    /// The calls up to the innermost one of the project's own code: what the standard library and
    /// installed packages do below it is no news to whoever wrote that code.
    static func projectPart(_ entries: [StackEntry]) -> [StackEntry] {
        let isNews = isNews(in: entries.map(\.file))
        guard let last = entries.lastIndex(where: { isNews($0.file) }) else { return entries }
        return Array(entries[...last])
    }

    /// Where a stack stands, the innermost call of the project first; the function of the standard
    /// library or of a package that it waits in is named.
    static func places(_ entries: [StackEntry]) -> [String] {
        let part = projectPart(entries)
        let isNews = isNews(in: part.map(\.file))
        var places = part.reversed().filter { isNews($0.file) }
            .map { "\($0.place) in \($0.function)" }
        if part.count < entries.count, !places.isEmpty {
            let call = entries[part.count]
            places[0] +=
                call.function == "<module>"
                ? ", importing \(call.file)" : ", inside \(call.function)()"
        }
        return places
    }

    /// Where a running frame stands in the project's code; nil when that has no part in it.
    static func place(ofFrame frame: PythonObject) -> String? {
        let calls = Traceback(ofFrame: frame).frames.filter { !isOurs($0.file) }
        return places(calls.map { entry($0, isQuoting: false) }).first
    }

    /// Which files of a stack people are told: their own, those of packages where there is none of their
    /// own, and never Python's.
    private static func isNews(in files: [String]) -> (String) -> Bool {
        let library = Host.libraryFolder
        let isPythons = { (file: String) in
            !library.isEmpty && file.hasPrefix(library) && !isOfPackage(file)
                || file.hasPrefix("<frozen ")
        }
        let isForeign = { (file: String) in isPythons(file) || isOfPackage(file) }
        return files.allSatisfy(isForeign) ? { !isPythons($0) } : { !isForeign($0) }
    }

    private static func isOfPackage(_ file: String) -> Bool {
        file.contains("/site-packages/") || file.contains("/dist-packages/")
    }

    private static func isOurs(_ file: String) -> Bool {
        // Python itself leaves its import machinery out of tracebacks.
        file.hasPrefix("<frozen importlib")
            || file.hasPrefix(Host.bundledFolder) && file.contains("/understudy_")
    }

    private static func sourceLine(_ file: String, _ line: Int) -> String? {
        do throws(PythonError) {
            let text = try ScriptSources.module()
                .callMethod("line", file.python(), line.python()).text()
            return text.isEmpty ? nil : text
        } catch {
            return nil
        }
    }
}
