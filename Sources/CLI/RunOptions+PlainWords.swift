internal import ExtensionHost

/// The short way from the command line to a run.
///
/// ArgumentParser looks at its commands through mirrors, which takes a fifth of the time of a short
/// run. A command line in which every word is one of those spelled out here needs none of that. Any
/// other, the wrong ones included, is ArgumentParser's; a test holds both to the same reading.
extension RunOptions {
    private static let repeatable: Set = ["--call", "--print"]

    /// Reads a command line; nil unless it is `run`, a target and options in their plain spelling, and
    /// all of it is in order.
    ///
    /// - Parameter words: The words behind the program's name.
    init?(plainWords words: [String]) {
        guard words.first == "run" else { return nil }
        self.init(target: "")
        var rest = words.dropFirst()
        var seen: Set<String> = []
        while let word = rest.popFirst() {
            if word == "--" {
                arguments = Array(rest)
                break
            }
            if word.hasPrefix("-") {
                let isFirst = seen.insert(word).inserted
                guard isFirst || Self.repeatable.contains(word), take(word, &rest) else {
                    return nil
                }
            } else {
                guard target.isEmpty, !word.isEmpty else { return nil }
                target = word
            }
        }
        guard !target.isEmpty, complaint == nil else { return nil }
    }

    /// Takes an option and its value; false when it is not a plain one.
    private mutating func take(_ option: String, _ rest: inout ArraySlice<String>) -> Bool {
        switch option {
        case "--forever": forever = true
        case "--strict": strict = true
        case "-q", "--quiet": quiet = true
        case "--frames":
            frames = Self.value(&rest) { Int($0) }
            return frames != nil
        case "--seconds":
            seconds = Self.value(&rest) { Double($0) }
            return seconds != nil
        case "--fps": return Self.set(&fps, &rest) { Double($0) }
        case "--clock": return Self.set(&clock, &rest) { .init(rawValue: $0) }
        case "--guard": return Self.set(&guardPolicy, &rest) { .init(rawValue: $0) }
        case "--listen": return Self.set(&listen, &rest) { $0 }
        case "--venv":
            venv = Self.value(&rest) { $0 }
            return venv != nil
        case "--format": return Self.set(&format, &rest) { .init(rawValue: $0) }
        case "--call": return Self.set(&call, &rest) { [call] in call + [$0] }
        case "--print": return Self.set(&print, &rest) { [print] in print + [$0] }
        default: return false
        }
        return true
    }

    private static func value<Value>(
        _ rest: inout ArraySlice<String>, _ read: (String) -> Value?
    ) -> Value? {
        // Behind some options ArgumentParser takes `--` for a value, behind others for the end.
        guard let word = rest.popFirst(), word != "--" else { return nil }
        return read(word)
    }

    private static func set<Value>(
        _ place: inout Value, _ rest: inout ArraySlice<String>, _ read: (String) -> Value?
    ) -> Bool {
        guard let value = value(&rest, read) else { return false }
        place = value
        return true
    }
}
