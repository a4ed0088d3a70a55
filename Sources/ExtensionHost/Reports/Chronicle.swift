internal import OperatorNetwork
internal import ThreadGuard

/// Takes down what happens in a run, for its summary.
final class Chronicle {
    /// A DAT and what it held when it was last looked at.
    private struct Watched {
        let dat: Operator
        let content: Content
        // SAFETY: lives as long as the content, which is held; read on the main thread.
        /// The content's cells, which are asked for their version in every frame.
        let cells: UnsafeMutablePointer<TableStorage>
        var version: UInt64
        var texts: [String]
    }

    /// Failures of one line are one failure, whatever numbers their messages carry.
    private struct FailureKey: Hashable {
        let source: String
        let activity: String
        let place: RunSummary.Place?
        /// The exception's class; the whole message where no line is known.
        let kind: String
    }

    private var extensions: [String: RunSummary.Extension] = [:]
    private var failures: [FailureKey: RunSummary.Failure] = [:]
    private var failureOrder: [FailureKey] = []
    private var changes: [OperatorID: RunSummary.Change] = [:]
    private var changeOrder: [OperatorID] = []
    private var standstills: [RunSummary.Standstill] = []
    private var watched: [Watched] = []
    private var mustSweep = false
    /// The frame that runs.
    var frame = 0

    /// How many kinds of failure are kept; what comes after is not told apart.
    private static let failureLimit = 500
    /// Tables with more cells are watched for change, but not cell by cell.
    private static let cellLimit = 256
    private static let blankTexts = [""]

    /// Whether anything failed.
    var hasFailures: Bool { !failures.isEmpty }

    /// An extension was made.
    func extensionMade(_ node: Operator, named name: String) {
        guard !TDResources.isSystem(node) else { return }
        let key = "\(node.path) \(name)"
        let count = (extensions[key]?.count ?? 0) + 1
        extensions[key] = .init(owner: node.path, name: name, frame: frame, count: count)
    }

    /// A callback did not come back in time.
    func stoodStill(_ activity: String, at place: String?) {
        standstills.append(.init(activity: activity, place: place, frame: frame))
    }

    /// An exception reached the host.
    ///
    /// - Returns: How many times the same has happened, this one included; 0 when it is not kept.
    func failed(
        _ source: String, _ activity: String, _ message: String, at place: RunSummary.Place?
    ) -> Int {
        let kind = place == nil ? message : String(message.prefix { $0 != ":" })
        let key = FailureKey(source: source, activity: activity, place: place, kind: kind)
        if failures[key] != nil {
            failures[key]?.count += 1
            return failures[key]?.count ?? 1
        }
        guard failureOrder.count < Self.failureLimit else { return 0 }
        failureOrder.append(key)
        failures[key] = .init(
            source: source, activity: activity, message: message, place: place, frame: frame,
            count: 1)
        return 1
    }

    /// Starts to watch a DAT's content; what TouchDesigner itself brings is no news.
    func watch(_ dat: Operator) {
        guard let content = dat.ownContent, !TDResources.isSystem(dat) else { return }
        watched.append(
            Watched(
                dat: dat, content: content, cells: content.table.storage, version: content.version,
                texts: texts(of: content.table)))
    }

    /// A destroyed operator need not be watched any longer.
    func operatorIsGone() { mustSweep = true }

    /// Takes what the watched DATs hold now for granted; what follows counts as change.
    func startWatching() {
        for index in watched.indices {
            watched[index].version = watched[index].content.version
            watched[index].texts = texts(of: watched[index].content.table)
        }
    }

    /// Takes down which DATs have changed since the last time; a frame's end is the moment.
    func lookAtContents() {
        if mustSweep {
            watched.removeAll { !$0.dat.isValid }
            mustSweep = false
        }
        for index in watched.indices
        where watched[index].version != watched[index].cells.pointee.version {
            let before = watched[index]
            let now = texts(of: before.content.table)
            watched[index].version = before.content.version
            watched[index].texts = now
            guard now != before.texts || now.isEmpty else { continue }
            let cell =
                zip(now, before.texts).enumerated()
                .first { $0.element.0 != $0.element.1 }?.offset
                ?? min(now.count, before.texts.count)
            note(before.dat, before.content.table, cell: min(cell, max(0, now.count - 1)))
        }
    }

    /// The summary so far, threads and faults apart.
    func summary() -> RunSummary {
        var summary = RunSummary()
        summary.extensions = extensions.values.sorted { ($0.owner, $0.name) < ($1.owner, $1.name) }
        summary.changes = changeOrder.compactMap { changes[$0] }
        summary.standstills = standstills
        summary.failures = failureOrder.compactMap { failures[$0] }
        return summary
    }

    private func note(_ dat: Operator, _ table: Table, cell: Int) {
        if changes[dat.id] != nil {
            changes[dat.id]?.count += 1
            if let change = changes[dat.id] {
                changes[dat.id]?.value = table.text(row: change.row, column: change.column) ?? ""
            }
            return
        }
        let columns = max(1, table.columns)
        let (row, column) = (cell / columns, cell % columns)
        changeOrder.append(dat.id)
        changes[dat.id] = .init(
            path: dat.path, row: row, column: column,
            value: table.text(row: row, column: column) ?? "", frame: frame, count: 1)
    }

    private func texts(of table: Table) -> [String] {
        guard table.rows * table.columns <= Self.cellLimit else { return [] }
        // Most DATs of a large network are blank, and have one list in common.
        if table.rows * table.columns == 1, table.text(row: 0, column: 0) == "" {
            return Self.blankTexts
        }
        return (0..<table.rows).flatMap { table.texts(of: $0, along: .rows) ?? [] }
    }
}
