/// The parameters of one operator that somebody has asked for; the others are as their definitions say.
///
/// Built-in ones lie in a list in the order of their type's table, which takes less memory than a
/// dictionary: a hundred thousand operators have a million of them.
nonisolated struct MadeParameters {
    private let table: ParameterTable
    private(set) var builtIn: [Parameter] = []
    /// Custom parameters and those in blocks, under their present names.
    private var others: [String: Parameter] = [:]

    init(_ table: ParameterTable) {
        self.table = table
    }

    /// Every parameter made, built-in ones first; the others in no order.
    var all: [Parameter] { others.isEmpty ? builtIn : builtIn + others.values }

    /// The parameter of a name, if it is made.
    ///
    /// Only custom parameters and those in blocks are set so.
    subscript(name: String) -> Parameter? {
        get { others[name] ?? table.place(of: name).flatMap(builtIn(at:)) }
        set { others[name] = newValue }
    }

    /// The built-in parameter of a place in the table, if it is made.
    func builtIn(at place: Int) -> Parameter? {
        let index = index(of: place)
        guard index < builtIn.count, builtIn[index].place == place else { return nil }
        return builtIn[index]
    }

    /// Adds a built-in parameter that is not there.
    mutating func insert(builtIn parameter: Parameter) {
        builtIn.insert(parameter, at: index(of: parameter.place))
    }

    /// Lets every parameter know that its operator is gone.
    func ownerEnds() {
        for parameter in builtIn { parameter.ownerEnds() }
        for parameter in others.values { parameter.ownerEnds() }
    }

    /// Where a place stands or would stand in the list.
    private func index(of place: Int) -> Int {
        // What is made in order, as by a walk over all, comes at the end.
        guard let last = builtIn.last, last.place >= place else { return builtIn.count }
        var (low, high) = (0, builtIn.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if builtIn[middle].place < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
