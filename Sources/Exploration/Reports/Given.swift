/// What an exploration takes as given, so that whoever reads a proof knows what it does not speak of.
package struct Given: Sendable, Equatable {
    /// How many frames the shortest schedule ran, of those that came to an end; nil for none.
    package var framesRun: Int?
    /// A file that schedules write; nil when it is not there afterwards.
    package var file: String?
    /// Installed packages whose code schedules run.
    package var packages: [String] = []
    /// Whether schedules draw random numbers.
    package var isByChance = false

    /// The most packages that are named.
    private static let most = 5

    /// Nothing so far.
    package init() {}

    /// Takes note of a schedule.
    mutating func add(_ execution: Execution) {
        if let frames = execution.framesRun { framesRun = min(frames, framesRun ?? frames) }
        file = file ?? execution.written
    }

    /// Takes note of what another part of the exploration takes as given.
    mutating func add(_ other: Given) { file = file ?? other.file }

    /// A sentence each.
    ///
    /// - Parameter frames: How many frames were asked for.
    /// - Returns: Nothing where a proof speaks of all that the project does.
    func sentences(frames: Int) -> [String] {
        var sentences: [String] = []
        if let framesRun, framesRun < frames {
            sentences.append(
                "The project ends itself after \(Counted.text(framesRun, "frame")), and what would "
                    + "come later is not run.")
        }
        if let file {
            sentences.append(
                "Schedules write \(file), and each finds it as the one before has left it.")
        }
        if isByChance {
            sentences.append("Random numbers are the same in each schedule.")
        }
        if !packages.isEmpty {
            let more = packages.count - Self.most
            let names = packages.prefix(Self.most).joined(separator: ", ")
            sentences.append(
                "Inside of \(names)\(more > 0 ? " and \(more) more" : "") threads are switched where "
                    + "they wait or take a lock, and nowhere else.")
        }
        return sentences
    }
}
