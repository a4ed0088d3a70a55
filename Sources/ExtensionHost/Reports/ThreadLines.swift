/// The threads of a run for a person: those that are alike together, since a server has one for each
/// request.
nonisolated struct ThreadLines {
    private let summary: RunSummary

    /// So many lines at most.
    private static let most = 20
    /// So many threads that are alike are told one by one.
    private static let mostAlike = 3

    init(_ summary: RunSummary) { self.summary = summary }

    var lines: [String] {
        let entries = families.flatMap(Self.entries)
        let told = entries.prefix(Self.most)
        let left =
            max(summary.threads.count, summary.threadsStarted)
            - told.reduce(0) { $0 + $1.threads }
        return told.map(\.text) + (left > 0 ? ["… and \(left) more"] : [])
    }

    /// A line, and how many threads it tells of.
    private typealias Entry = (text: String, threads: Int)

    private static func entries(_ family: [RunSummary.Thread]) -> [Entry] {
        guard family.count > mostAlike, let last = family.last else {
            return family.map { (describe($0), 1) }
        }
        let rest = family.count - (mostAlike - 1)
        return family.prefix(mostAlike - 1).map { (describe($0), 1) }
            + [("… and \(rest) more like these, the last of them \(last.name)", rest)]
    }

    /// Threads that are alike, in the order of their first ones; those that still run come first where there
    /// are many.
    private var families: [[RunSummary.Thread]] {
        var places: [String: Int] = [:]
        var families: [[RunSummary.Thread]] = []
        for thread in summary.threads {
            let kind = Self.kind(thread)
            if let place = places[kind] {
                families[place].append(thread)
            } else {
                places[kind] = families.count
                families.append([thread])
            }
        }
        guard families.count > Self.most else { return families }
        let isAlive = { (family: [RunSummary.Thread]) in family.contains(where: \.isAlive) }
        let isDaemon = { (family: [RunSummary.Thread]) in family.contains(where: \.isDaemon) }
        return families.filter { isAlive($0) && !isDaemon($0) }
            + families.filter { isAlive($0) && isDaemon($0) } + families.filter { !isAlive($0) }
    }

    /// What threads that are alike have in common: all but their numbers and their frames.
    private static func kind(_ thread: RunSummary.Thread) -> String {
        let place = thread.startedAt.map { "\($0.file):\($0.line)" } ?? ""
        let parts = [
            thread.name.filter { !$0.isNumber }, "\(thread.isDaemon)", place, "\(thread.isAlive)",
            thread.owner ?? "", "\(thread.ownerEndedFrame ?? -1)", thread.waitsAt.first ?? "",
        ]
        return parts.joined(separator: "\n")
    }

    private static func describe(_ thread: RunSummary.Thread) -> String {
        let kind = thread.isDaemon ? "daemon" : "not a daemon"
        let start = thread.startedFrame.map { ", started \(Moment($0))" } ?? ""
        let place = thread.startedAt.map { " at \($0.file):\($0.line)" } ?? ""
        guard thread.isAlive else {
            let end = thread.endedFrame.map { ", ended by \(Moment($0))" } ?? ""
            return "\(thread.name) (\(kind))\(start)\(place)\(end)"
        }
        let wait = thread.waitsAt.first.map { ", waits at \($0)" } ?? ""
        let stuck =
            thread.isDaemon ? "still alive" : "STILL ALIVE: it would keep TouchDesigner from ending"
        let owner = thread.ownerEndedFrame.flatMap { frame in
            thread.owner.map { ", though \($0) was torn down in frame \(frame)" }
        }
        return "\(thread.name) (\(kind))\(start)\(place), \(stuck)\(owner ?? "")\(wait)"
    }
}

/// A frame's number, as people are told when something happened.
nonisolated struct Moment: CustomStringConvertible {
    let description: String

    init(_ frame: Int) { description = frame == 0 ? "while loading" : "frame \(frame)" }
}
