internal import ExtensionHost

/// One line at the foot of a terminal that says how far a long run is.
struct Progress {
    /// Frames between two updates: often enough to live, seldom enough to cost nothing.
    private static let interval = 15
    private let isShown: Bool

    /// Decides whether there is anybody to look.
    ///
    /// - Parameter isWanted: Whether the run's output is for people.
    init(isWanted: Bool) {
        isShown = isWanted && Console.errorIsTerminal
    }

    /// Shows how far the run is.
    ///
    /// - Parameters:
    ///   - frames: Frames run.
    ///   - limit: Frames to run, if there is an end.
    func show(_ frames: Int, of limit: Int?) {
        guard isShown, frames > 0, frames % Self.interval == 0 else { return }
        let end = limit.map { " of \($0)" } ?? ", Ctrl-C ends it"
        Console.write("\r\u{1B}[2Kframe \(frames)\(end)", to: 2)
    }

    /// Takes the line away.
    func clear() {
        if isShown { Console.write("\r\u{1B}[2K", to: 2) }
    }

    /// Where the textport's lines go: past the progress line, and to standard error when standard
    /// output is for a program.
    ///
    /// - Parameter isJSON: Whether standard output carries JSON.
    /// - Returns: What a textport writes to.
    func sink(isJSON: Bool) -> Textport.Sink {
        let clearing = isShown ? "\r\u{1B}[2K" : ""
        return { line, stream in
            if !clearing.isEmpty { Console.write(clearing, to: 2) }
            Console.write(line, to: isJSON ? 2 : stream.rawValue)
        }
    }
}
