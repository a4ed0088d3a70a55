internal import OperatorNetwork
internal import PythonRuntime

/// What `op()`, `ops()` and `OP.op` mean by their arguments.
///
/// - Source: <https://docs.derivative.ca/Working_with_OPs_in_Python>
enum OperatorSearch {
    /// The first operator that one of the arguments names, or `None`.
    static func first(
        _ arguments: [PythonObject], from origin: PythonObject?, seenFrom me: PythonObject? = nil,
        includingUtility: Bool
    ) throws(PythonError) -> PythonObject {
        let place = try Place(origin, me)
        for argument in arguments {
            let argument = try meaning(of: argument)
            if let node = try direct(argument) { return try OperatorObject.object(of: node) }
            guard argument.isString else { continue }
            let pattern = try String(python: argument)
            if let found = place.find(pattern, includingUtility) {
                return try OperatorObject.object(of: found)
            }
        }
        return .none
    }

    /// All operators that the arguments name, each once.
    static func all(
        _ arguments: [PythonObject], from origin: PythonObject?, seenFrom me: PythonObject? = nil,
        includingUtility: Bool
    ) throws(PythonError) -> [Operator] {
        let place = try Place(origin, me)
        var found: [Operator] = []
        var seen: Set<OperatorID> = []
        for argument in arguments {
            var named: [Operator] = []
            let argument = try meaning(of: argument)
            if let node = try direct(argument) {
                named = [node]
            } else if argument.isString {
                named = place.findAll(try String(python: argument), includingUtility)
            }
            found += named.filter { seen.insert($0.id).inserted }
        }
        return found
    }

    /// Where a search starts: inside an operator, or as the code of an operator sees it.
    private struct Place {
        let origin: Operator
        let me: Operator?
        let finder: OperatorFinder

        init(_ origin: PythonObject?, _ me: PythonObject?) throws(PythonError) {
            let network = try Host.running.network
            self.origin =
                try origin.map { object throws(PythonError) in
                    try OperatorObject.node(of: object)
                } ?? network.root
            // The finders of module `td` know no place: they look from where they are called.
            self.me =
                origin == nil ? CallingScript.me() : me.flatMap(OperatorObject.node(ofAny:))
            finder = OperatorFinder(network)
        }

        func find(_ pattern: String, _ includingUtility: Bool) -> Operator? {
            if let me {
                return finder.find(pattern, seenFrom: me, includingUtility: includingUtility)
            }
            return finder.find(pattern, from: origin, includingUtility: includingUtility)
        }

        func findAll(_ pattern: String, _ includingUtility: Bool) -> [Operator] {
            if let me {
                return finder.findAll(pattern, seenFrom: me, includingUtility: includingUtility)
            }
            return finder.findAll(pattern, from: origin, includingUtility: includingUtility)
        }
    }

    /// What an argument stands for: a parameter and a cell act as their values everywhere.
    ///
    /// - Source: <https://docs.derivative.ca/Par_Class>, <https://docs.derivative.ca/Cell_Class>
    private static func meaning(of argument: PythonObject) throws(PythonError) -> PythonObject {
        if argument.isString || argument.isInt { return argument }
        if let par = TDModule.types.par.payload(of: argument, as: Parameter.self) {
            return try ParameterAccess.evaluate(par)
        }
        return try argument.isInstance(of: TDModule.types.cell.object)
            ? argument.text().python() : argument
    }

    private static func direct(_ argument: PythonObject) throws(PythonError) -> Operator? {
        if OperatorObject.isOperator(argument) { return try OperatorObject.node(of: argument) }
        if argument.isInt, !argument.isBool {
            return try Host.running.network.operator(
                withID: OperatorID(number: Int(python: argument)))
        }
        return nil
    }
}

extension Network {
    /// The operator that a path names as seen from inside another one.
    func find(_ path: String, from origin: Operator) -> Operator? {
        OperatorFinder(self).find(path, from: origin, includingUtility: true)
    }

    /// The operator that a path names as code of another operator sees it.
    func find(_ path: String, seenFrom me: Operator) -> Operator? {
        OperatorFinder(self).find(path, seenFrom: me, includingUtility: true)
    }

    /// The operator that a parameter's text names.
    func find(_ path: String, namedBy owner: Operator) -> Operator? {
        OperatorFinder(self).find(path, namedBy: owner, includingUtility: true)
    }
}
