internal import OperatorNetwork
internal import PythonRuntime

/// Calls the functions of the DAT that an operator's Callbacks DAT parameter names.
///
/// - Source: <https://docs.derivative.ca/WebserverDAT_Class>
final class CallbackDATs {
    private unowned let host: Host
    private var callers: [Operator] = []

    init(host: Host) { self.host = host }

    /// Whether a callback of an operator runs now, which counts as a cook of it.
    func isCalling(for owner: Operator) -> Bool { callers.contains { $0 === owner } }

    /// A function of an operator's callbacks; what running the DAT's text raises is reported.
    ///
    /// - Parameters:
    ///   - name: The function's name.
    ///   - owner: The operator with the parameter.
    /// - Returns: Nil without such a DAT or function, `False` when the DAT's text does not run.
    func function(_ name: String, of owner: Operator) -> PythonObject? {
        guard let dat = Self.dat(of: owner) else { return nil }
        do throws(PythonError) {
            guard let found = try host.modules.module(of: dat).attributeIfPresent(name),
                found.isCallable
            else { return nil }
            return found
        } catch {
            host.report(error, in: name, of: dat)
            return try? false.python()
        }
    }

    /// Calls a function of an operator's callbacks; what it raises is reported.
    ///
    /// - Parameters:
    ///   - function: The function.
    ///   - name: Its name.
    ///   - owner: The operator with the parameter.
    ///   - arguments: What it is called with.
    /// - Returns: What it returned, nil when it raised.
    func call(
        _ function: PythonObject, _ name: String, of owner: Operator, _ arguments: [PythonObject]
    ) -> PythonObject? {
        if !isCalling(for: owner) { owner.madeCook?.forgetMessages() }
        callers.append(owner)
        defer { callers.removeLast() }
        let answer = host.answer(name, of: Self.dat(of: owner) ?? owner) {
            () throws(PythonError) in try function.call(arguments: arguments)
        }
        guard case .value(let value) = answer else { return nil }
        return value
    }

    /// Docks to a fresh operator the DAT that TouchDesigner gives it for its callbacks.
    static func dock(to owner: Operator, in network: Network) throws(NetworkError) {
        guard let text = owner.type.callbacks, let parent = owner.parent else { return }
        let dat = try network.create(TextDAT.type, named: "\(owner.name)_callbacks", in: parent)
        try dat.content?.setText(text)
        try network.dock(dat, to: owner)
        (dat.nodeX, dat.nodeY) = (owner.nodeX, owner.nodeY - 2 * Operator.standardHeight)
        // A fresh parameter of this style takes any path.
        _ = try? owner.parameters["callbacks"]?.set(.string(dat.name))
    }

    /// The DAT that an operator's Callbacks DAT parameter names.
    static func dat(of owner: Operator) -> Operator? {
        guard let parameter = owner.parameters["callbacks"] else { return nil }
        guard let value = try? ParameterAccess.evaluate(parameter),
            let found = OperatorObject.node(ofAny: value), found.content != nil
        else { return nil }
        return found
    }
}
