/// Finds out whether an answer reaches for what judges it.
///
/// The words here are what such an answer cannot do without, and no lesson needs. This is no wall: it
/// keeps honest what the limits and the secret alone would leave open to a patient cheat.
enum Fairness {
    private static let words = [
        "ctypes", "_ctypes", "cffi", "builtins", "__builtins__", "__subclasses__", "__globals__",
        "_getframe", "_current_frames", "settrace", "setprofile", "addaudithook", "get_objects",
        "get_referrers", "excepthook", "unraisablehook", "__code__",
    ]
    private static let pieces = ["understudy", "UNDERSTUDY_", "sys.modules", "/proc/", "<point>"]

    /// A failure for each line that does.
    static func failures(of code: String) -> [JudgedFailure] {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { index, line in
            guard let word = found(in: line) else { return nil }
            return JudgedFailure(
                .unfair, "An answer has nothing to do with `\(word)`.", line: index + 1,
                details: ["\(index + 1) | \(line)"],
                help: "Leave alone what runs and judges the code; the lesson needs none of it.")
        }
    }

    private static func found(in line: Substring) -> String? {
        if let piece = pieces.first(where: { line.contains($0) }) { return piece }
        let names = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        return words.first(where: names.contains)
    }
}
