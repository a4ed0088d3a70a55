internal import OperatorNetwork
internal import PythonRuntime

/// A network DAT whose callbacks a script is, as the functions that it defines tell.
enum WiringServer: CaseIterable {
    case web
    case osc

    /// The full name of the operator's type.
    var type: String {
        switch self {
        case .web: "webserverDAT"
        case .osc: "oscinDAT"
        }
    }

    /// The functions that nothing else calls; any of them tells.
    private var functions: Set<String> {
        switch self {
        case .web: ["onHTTPRequest", "onWebSocketOpen"]
        case .osc: ["onReceiveOSC"]
        }
    }

    /// The network DATs that a compiled script is written for.
    static func all(in code: PythonObject) throws(PythonError) -> [WiringServer] {
        let names = try [String](python: code.attribute("co_names"))
        return allCases.filter { !$0.functions.isDisjoint(with: names) }
    }

    /// Makes the operator in the script's component.
    ///
    /// - Parameters:
    ///   - dat: The DAT that holds the script.
    ///   - network: Where it is made.
    /// - Returns: What was done, in a line.
    /// - Throws: `td.tdError` when it cannot be made.
    func make(for dat: Operator, in network: Network) throws(PythonError) -> String? {
        guard let type = network.catalog[type], let component = dat.parent else { return nil }
        let made = try changing { () throws(NetworkError) in
            try network.create(type, in: component)
        }
        try ParameterAccess.checked { () throws(ParameterError) in
            try made.parameters["callbacks"]?.set(.string(dat.name))
            try made.parameters["active"]?.set(.bool(true))
        }
        guard case .int(let port)? = made.parameters["port"]?.value else { return nil }
        return
            "\(made.path) is a \(type.label) DAT on port \(port), with \(dat.name) for its callbacks"
    }
}
