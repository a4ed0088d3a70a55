/// Finds operators by path and pattern, with the rules of `op()` and `ops()`.
///
/// - Source: <https://docs.derivative.ca/Working_with_OPs_in_Python>
package struct OperatorFinder {
    private let network: Network

    package init(_ network: Network) {
        self.network = network
    }

    /// The first operator that a pattern names.
    ///
    /// - Parameters:
    ///   - pattern: A name, a path or terms separated by spaces: `/a/b` starts at the root, `..`
    ///     goes up, `.` stays, `* ? [ ]` match within one name, a leading `^` takes away.
    ///   - origin: The COMP inside which the search starts.
    ///   - includingUtility: Whether utility operators can be found.
    /// - Returns: The operator, `nil` when nothing matches.
    package func find(
        _ pattern: String, from origin: Operator, includingUtility: Bool = false
    ) -> Operator? {
        // No name holds a character that means something here, so a hit needs no reading.
        if let child = origin.child(named: pattern) {
            return noted(includingUtility || !child.flags.contains(.utility) ? child : nil)
        }
        if Pattern.isPlain(pattern) {
            return noted(follow(pattern, origin, includingUtility))
        }
        return findAll(pattern, from: origin, includingUtility: includingUtility).first
    }

    /// Every operator that a pattern names, each once; term by term, then as they were created.
    package func findAll(
        _ pattern: String, from origin: Operator, includingUtility: Bool = false
    ) -> [Operator] {
        search(pattern, includingUtility) { _ in origin }
    }

    /// The first operator that a pattern names as `op()` sees it in the code of an operator:
    /// names are its siblings, `./x` its children.
    package func find(
        _ pattern: String, seenFrom me: Operator, includingUtility: Bool = false
    ) -> Operator? {
        let place = me.parent ?? me
        if let sibling = place.child(named: pattern) {
            return noted(includingUtility || !sibling.flags.contains(.utility) ? sibling : nil)
        }
        if Pattern.isPlain(pattern) {
            let start = Self.startsAtSelf(pattern[...]) ? me : place
            return noted(follow(pattern, start, includingUtility))
        }
        return findAll(pattern, seenFrom: me, includingUtility: includingUtility).first
    }

    /// Every operator that a pattern names as `ops()` sees it in the code of an operator.
    package func findAll(
        _ pattern: String, seenFrom me: Operator, includingUtility: Bool = false
    ) -> [Operator] {
        search(pattern, includingUtility) { Self.startsAtSelf($0) ? me : me.parent ?? me }
    }

    /// The first operator that a parameter's text names: as `op()` sees it in the code of the
    /// parameter's operator, but `..` is that operator's own parent, and `../..` that one's.
    ///
    /// - Source: <https://docs.derivative.ca/Network_Path>, and the default `..` of a Panel Execute
    ///   DAT, which listens to the panel that it lies in
    package func find(
        _ pattern: String, namedBy owner: Operator, includingUtility: Bool = false
    ) -> Operator? {
        if Self.onlyGoesUp(pattern[...]) {
            return noted(follow(pattern, owner, includingUtility))
        }
        return find(pattern, seenFrom: owner, includingUtility: includingUtility)
    }

    /// Every operator that a parameter's text names.
    package func findAll(
        _ pattern: String, namedBy owner: Operator, includingUtility: Bool = false
    ) -> [Operator] {
        search(pattern, includingUtility) {
            Self.startsAtSelf($0) || Self.onlyGoesUp($0) ? owner : owner.parent ?? owner
        }
    }

    /// Whoever asks depends on the operator's name and place; on all names when there is none.
    private func noted(_ found: Operator?) -> Operator? {
        guard CookRecorder.isRecording else { return found }
        if let found { found.noteIdentityRead() } else { network.structureNode.noteRead() }
        return found
    }

    private func search(
        _ pattern: String, _ includingUtility: Bool, origin: (Substring) -> Operator
    ) -> [Operator] {
        network.structureNode.noteRead()
        var found: [Operator] = []
        var members = Set<OperatorID>()
        for (number, term) in pattern.split(separator: " ").enumerated() {
            let isExclusion = term.utf8.first == UInt8(ascii: "^")
            let path = isExclusion ? term.dropFirst() : term
            guard !path.isEmpty else { continue }
            if isExclusion, number == 0 {
                found = follow("*", from: origin(path), includingUtility)
                members = Set(found.map(\.id))
            }
            let matches = follow(path, from: origin(path), includingUtility)
            if isExclusion {
                members.subtract(matches.map(\.id))
                found.removeAll { !members.contains($0.id) }
            } else {
                found += matches.filter { members.insert($0.id).inserted }
            }
        }
        return found
    }

    /// Follows a path without wildcards, step by step, without lists of places.
    private func follow(_ path: String, _ origin: Operator, _ includingUtility: Bool) -> Operator? {
        var path = path
        let found = path.withUTF8 { follow(UnsafeRawBufferPointer($0), from: origin) }
        guard let found, includingUtility || !found.flags.contains(.utility) else { return nil }
        return found
    }

    /// What the bytes of a path without wildcards name, utility operators too.
    ///
    /// Nobody is told that it was read.
    package func follow(_ path: UnsafeRawBufferPointer, from origin: Operator) -> Operator? {
        guard let first = path.first else { return nil }

        var place = first == UInt8(ascii: "/") ? network.root : origin
        var start = 0
        while start < path.count {
            var end = start
            while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
            let step = UnsafeRawBufferPointer(rebasing: path[start..<end])
            start = end + 1
            guard let next = Self.step(step, from: place) else { return nil }
            place = next
        }
        return place
    }

    private static func step(_ name: UnsafeRawBufferPointer, from place: Operator) -> Operator? {
        let dot = UInt8(ascii: ".")
        if name.isEmpty || name.count == 1 && name[0] == dot { return place }
        if name.count == 2, name[0] == dot, name[1] == dot { return place.parent }
        return place.childList?[name]
    }

    private func follow(
        _ path: Substring, from origin: Operator, _ includingUtility: Bool
    ) -> [Operator] {
        var places = path.utf8.first == UInt8(ascii: "/") ? [network.root] : [origin]
        for step in path.split(separator: "/") {
            switch step {
            case ".": break
            case "..":
                var seen = Set<OperatorID>()
                places = places.compactMap(\.parent).filter { seen.insert($0.id).inserted }
            case _ where Pattern.isPlain(step):
                let name = String(step)
                places = places.compactMap { $0.child(named: name) }
            default:
                let term = PatternTerm(step)
                places = places.flatMap { $0.children.filter { term.matches($0.name) } }
            }
            guard !places.isEmpty else { return [] }
        }
        return includingUtility ? places : places.filter { !$0.flags.contains(.utility) }
    }

    private static func startsAtSelf(_ term: Substring) -> Bool {
        term == "." || term.hasPrefix("./")
    }

    private static func onlyGoesUp(_ term: Substring) -> Bool {
        term.hasPrefix("..") && term.split(separator: "/").allSatisfy { $0 == ".." }
    }
}
