internal import Exploration
private import Foundation

/// Somebody who chooses, line by line, which thread moves next.
struct Game {
    private var options: ExploreOptions
    /// How the game stood after each move; the last is now.
    private var reports: [PlayReport] = []
    /// What broke in the end; nil when nothing did.
    private(set) var broken: String?

    init(_ options: ExploreOptions) { self.options = options }

    /// Plays until the player quits or the input ends.
    ///
    /// - Throws: `CommandFailure` when the project cannot be run.
    mutating func play() throws {
        reports = [try look(PlayMove())]
        while let report = reports.last {
            for line in GameScreen(report, options, move: reports.count).lines { Console.say(line) }
            broken = nil
            if report.candidates.isEmpty { try end(report) }
            Console.write("> ", to: 1)
            guard let line = readLine(), try answer(line, report) else { return }
        }
    }

    /// Does what a line asks for; false to quit.
    private mutating func answer(_ line: String, _ report: PlayReport) throws -> Bool {
        var move = PlayMove(report.choices)
        switch line.trimmingCharacters(in: .whitespaces) {
        case "q": return false
        case "u":
            if reports.count > 1 { reports.removeLast() }
            return true
        case "e": move.isToEnd = true
        case let word:
            let number = word.isEmpty ? 1 : Int(word) ?? 0
            guard report.candidates.indices.contains(number - 1) else {
                Console.say("There is no '\(word)' here.")
                return true
            }
            move.mover = UInt8(clamping: report.candidates[number - 1].thread)
            move.linesBefore = report.lineCount
        }
        reports.append(try look(move))
        return true
    }

    /// Runs the project again, with the choices made so far and one move more.
    private func look(_ move: PlayMove) throws -> PlayReport {
        var options = options
        options.move = move
        return try ExplorerProgram.play(options)
    }

    /// Keeps the schedule when something broke.
    private mutating func end(_ report: PlayReport) throws {
        broken = report.defects.first.map { "\($0.defect.kind.title): \($0.defect.sentence)" }
        guard let schedule = report.schedule, let folder = options.replayFolder else { return }
        let target = URL(fileURLWithPath: options.target).deletingPathExtension()
        let start = folder == "." ? "" : "\(folder)/"
        let path = "\(start)\(target.lastPathComponent)-played.tdsched"
        do {
            try schedule.write(to: path)
            Console.say("kept: understudy replay \(path)")
        } catch {
            throw CommandFailure(
                message: "\(path) cannot be written: \(error.localizedDescription)", code: .misuse)
        }
    }
}
