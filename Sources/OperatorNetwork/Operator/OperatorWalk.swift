/// A walk through everything inside an operator, each operator before what it holds.
///
/// It keeps its own stack, so that depth costs no call frames. Changes to the network during the
/// walk don't disturb it; they may be missed.
package struct OperatorWalk: @MainActor Sequence, @MainActor IteratorProtocol {
    /// A step of the walk: an operator and how deep it stands, 1 for children of the start.
    package struct Step {
        package let `operator`: Operator
        package let depth: Int
    }

    private var levels: [[Operator]]
    private let deepest: Int
    private let includesUtility: Bool

    /// - Parameters:
    ///   - start: Whose inside is walked; it is not part of the walk.
    ///   - deepest: How far down to go; all the way without a limit.
    ///   - includingUtility: Whether utility operators and what they hold are walked too.
    package init(from start: Operator, deepest: Int = .max, includingUtility: Bool = true) {
        levels = deepest > 0 ? [start.children.reversed()] : []
        self.deepest = deepest
        includesUtility = includingUtility
    }

    /// The next operator, `nil` at the end.
    package mutating func next() -> Step? {
        while let last = levels.indices.last {
            guard let found = levels[last].popLast() else {
                levels.removeLast()
                continue
            }
            if !includesUtility, found.flags.contains(.utility) { continue }
            let depth = levels.count
            if depth < deepest, found.numChildren > 0 {
                levels.append(found.children.reversed())
            }
            return Step(operator: found, depth: depth)
        }
        return nil
    }
}
