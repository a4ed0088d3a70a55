internal import OperatorNetwork

extension Operator {
    /// The operator and everything inside it, each before what it holds.
    var withDescendants: [Operator] { [self] + descendants.map(\.operator) }

    /// What stands inside, utility operators such as annotations left out.
    var plainChildren: [Operator] { children.filter { !$0.flags.contains(.utility) } }

    /// The path to another operator as `op()` in code of this operator's component understands it; what
    /// stands inside of this operator is named from it, `./inside`.
    ///
    /// - Source: <https://docs.derivative.ca/OP_Class>
    func relativePath(to other: Operator) -> String {
        if other.isInside(self) {
            return "./" + other.path.dropFirst(parent == nil ? 1 : path.count + 1)
        }
        let here = (parent ?? self).path.split(separator: "/")
        let there = other.path.split(separator: "/")
        let common = zip(here, there).prefix { $0 == $1 }.count
        let up = Array(repeating: Substring(".."), count: here.count - common)
        return (up + there.dropFirst(common)).joined(separator: "/")
    }
}
