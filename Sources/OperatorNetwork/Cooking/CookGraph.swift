/// Brings nodes up to date: what they depend on first, and only what is needed.
///
/// Depth costs no stack. What is known to depend on each other is walked with a list. What turns out
/// only while it is made (an expression that asks a parameter whose expression asks another one …)
/// is given up at a certain depth, and made from the other end.
///
/// - Thread: main
package enum CookGraph {
    /// How many cooks may run inside each other.
    private static let deepest = 48

    /// How many values were made in all, of expressions and of operators' outputs.
    package private(set) static var cooks = 0

    private static var depth = 0
    /// Tells one pull from outside of all cooks from the next.
    private static var pull: UInt64 = 0
    private static var lastPull: UInt64 = 0
    /// What was asked for too deep inside other cooks; they are all given up and run again.
    private static var postponed: CookNode?

    /// Whether the cook that runs now works with what is not up to date, and will be run again.
    package static var isGivingUp: Bool { postponed != nil }

    /// Brings a node up to date.
    ///
    /// - Throws: What making its value threw, this time or when it was last made; `CookLoop` when
    ///   the node is being made already; `CookPostponed`, which is to be let through.
    package static func update(_ node: CookNode) throws {
        guard !node.isCooking else { throw CookLoop(path: node.work?.cookName ?? "") }
        if depth == 0 {
            guard node.needsUpdate(in: .max) else { return try node.throwFailure() }
            lastPull &+= 1
            pull = lastPull
            depth = 1
            defer { depth = 0 }
            settle(node)
        } else {
            guard postponed == nil else { throw CookPostponed() }
            guard node.needsUpdate(in: pull) else { return try node.throwFailure() }
            guard depth < deepest else {
                postponed = node
                throw CookPostponed()
            }
            depth += 1
            defer { depth -= 1 }
            // One that is being checked is asked for by what it is known to depend on; whether it
            // still does shows when it is made.
            if node.isBeingChecked { cook(node) } else { resolve(node) }
            guard postponed == nil else { throw CookPostponed() }
        }
        try node.throwFailure()
    }

    /// Runs code that must not be given up and run again, because what it does can't be undone.
    package static func startingOver<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let outer = (depth, pull, postponed)
        (depth, postponed) = (0, nil)
        defer { (depth, pull, postponed) = outer }
        return try body()
    }

    /// Brings a node up to date, what was asked for too deep inside before it.
    private static func settle(_ node: CookNode) {
        var waiting = [node]
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(node)]
        while let next = waiting.last {
            resolve(next)
            if let deeper = postponed {
                postponed = nil
                if seen.insert(ObjectIdentifier(deeper)).inserted {
                    waiting.append(deeper)
                    continue
                }
                let loop = CookLoop(path: deeper.work?.cookName ?? "")
                next.finish(
                    CookRecording(id: 0, reader: next), changed: true, failure: loop, in: pull)
            }
            waiting.removeLast()
        }
    }

    /// Brings a node up to date, what it is known to depend on before it.
    private static func resolve(_ root: CookNode) {
        var path: [(node: CookNode, before: [CookNode], next: Int)] = []
        func enter(_ node: CookNode) {
            node.isBeingChecked = true
            path.append((node, node.work?.prerequisites ?? [], 0))
        }
        func leave() { path.popLast()?.node.isBeingChecked = false }
        defer { while !path.isEmpty { leave() } }

        enter(root)
        while let (node, before, next) = path.last, postponed == nil {
            guard node.needsUpdate(in: pull) else {
                leave()
                continue
            }
            path[path.count - 1].next += 1
            let position = next - before.count
            if position < 0 {
                let input = before[next]
                if input.needsUpdate(in: pull), !input.isBusy { enter(input) }
            } else if node.mustCook || node.isUntold || node.hasSourceChanged(before: position) {
                cook(node)
                leave()
            } else if position < node.sources.count {
                let source = node.sources[position].node
                guard source.needsUpdate(in: pull) else { continue }
                if source.isBusy {
                    // A loop, unless the node no longer reads what it read: cooking it tells.
                    cook(node)
                    leave()
                } else {
                    enter(source)
                }
            } else {
                node.settle(in: pull)
                leave()
            }
        }
    }

    /// Makes a node's value and takes over what that read.
    private static func cook(_ node: CookNode) {
        guard let work = node.work else { return node.settle(in: pull) }
        cooks &+= 1
        node.isCooking = true
        var changed = true
        var failure: (any Error)?
        let recording = CookRecorder.record(node) {
            do {
                changed = try work.cook()
            } catch {
                failure = error
            }
        }
        node.isCooking = false
        // What was made from things that were not up to date counts for nothing.
        guard postponed == nil else { return }
        node.finish(recording, changed: changed, failure: failure, in: pull)
    }
}

nonisolated extension CookNode {
    fileprivate var isBusy: Bool { isCooking || isBeingChecked }

    fileprivate func throwFailure() throws {
        if let failure { throw failure }
    }

    /// Whether the source before a position is no longer the version that was read.
    fileprivate func hasSourceChanged(before position: Int) -> Bool {
        guard position > 0 else { return false }
        let source = sources[position - 1]
        return source.version != source.node.version
    }
}

/// Thrown through cooks that are given up because they run too deep inside each other.
package nonisolated struct CookPostponed: Error {
    package init() {}
}
