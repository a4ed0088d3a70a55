/// One thing that cooks and expressions may depend on: a parameter's value, an operator's output, a
/// storage key, the time.
///
/// Who reads it while a cook is recorded becomes its dependent. A change marks all dependents dirty,
/// those that depend on them too; each is made again only when somebody asks for it, and only if
/// one of the things it read has really become another.
///
/// - Thread: main; or under the GIL while the main thread waits for it
package nonisolated final class CookNode {
    /// Something read, and which version of it.
    struct Source {
        let node: CookNode
        let version: UInt64
    }

    /// Makes the value; a node without one only tells that it changed.
    weak var work: (any CookWork)?

    /// Grows when the value becomes another.
    package private(set) var version: UInt64 = 1

    /// Whether something that was read may have changed since the value was made.
    ///
    /// Whatever depends on a dirty node is dirty too.
    private(set) var isDirty: Bool
    /// Whether the value must be made again even if nothing that was read has changed.
    private(set) var mustCook: Bool
    /// Whether this node itself read something that does not tell when it changes.
    private(set) var isUntold = false
    /// What the last attempt threw; readers get it again until something changes.
    private(set) var failure: (any Error)?
    private(set) var sources: [Source] = []

    /// Whether this node or one it depends on is untold.
    private var isUnsettled = false
    /// The pull in which an unsettled node was looked after last; once in each is enough.
    private var pull: UInt64 = 0
    // SAFETY: an entry is taken out before the node that it points to is gone, in its `deinit`.
    private var dependents: [ObjectIdentifier: Unmanaged<CookNode>] = [:]

    var isCooking = false
    var isBeingChecked = false
    /// The recording that read this node last, so that a thousand reads make one dependency.
    var lastRecording: UInt64 = 0

    /// A node that something makes, or one that only tells of changes.
    package init(_ work: (any CookWork)? = nil) {
        self.work = work
        isDirty = work != nil
        mustCook = work != nil
    }

    deinit {
        let own = ObjectIdentifier(self)
        for source in sources { source.node.dependents[own] = nil }
    }

    /// The nodes that read this one.
    var readers: [CookNode] {
        // SAFETY: see `dependents`.
        dependents.values.map { $0.takeUnretainedValue() }
    }

    /// Notes that whoever is recorded now has read this.
    @MainActor package func noteRead() {
        if CookRecorder.isRecording { CookRecorder.note(self) }
    }

    /// Notes that the value has become another.
    package func noteChange() {
        version &+= 1
        markDependents()
    }

    /// Asks for the value to be made again, whatever it was made from.
    package func invalidate() {
        guard work != nil else { return noteChange() }
        mustCook = true
        guard !isDirty else { return }
        isDirty = true
        markDependents()
    }

    /// Whether the value has to be looked after before it may be used.
    func needsUpdate(in pull: UInt64) -> Bool { isDirty || (isUnsettled && self.pull != pull) }

    /// Takes over what a cook has read and how it ended.
    func finish(
        _ recording: CookRecording, changed: Bool, failure: (any Error)?, in pull: UInt64
    ) {
        replaceSources(recording.sources)
        self.failure = failure
        mustCook = false
        isUntold = recording.isUntold
        settle(in: pull)
        if changed { noteChange() }
    }

    /// Takes note that everything it read is as it was.
    func settle(in pull: UInt64) {
        self.pull = pull
        isDirty = sources.contains { $0.node.isDirty }
        isUnsettled = isUntold || sources.contains { $0.node.isUnsettled }
    }

    private func replaceSources(_ new: [CookNode]) {
        let own = ObjectIdentifier(self)
        let isSame = new.count == sources.count && zip(new, sources).allSatisfy { $0 === $1.node }
        if !isSame {
            for source in sources { source.node.dependents[own] = nil }
            // SAFETY: taken out here or in `deinit`, before this node is gone.
            for node in new { node.dependents[own] = Unmanaged.passUnretained(self) }
        }
        sources = new.map { Source(node: $0, version: $0.version) }
    }

    private func markDependents() {
        guard !dependents.isEmpty else { return }
        // A list instead of calls: a chain of dependents may be far deeper than the stack.
        var wave = readers
        while let reader = wave.popLast() {
            guard !reader.isDirty else { continue }
            reader.isDirty = true
            wave += reader.readers
        }
    }
}
