/// One parameter of one operator: what it is, what it holds, and where its value comes from.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/Par_Class>
package final class Parameter {
    // SAFETY: written on the main thread; what it refers to never changes.
    private nonisolated(unsafe) var shared: SharedDefinition
    // SAFETY: cleared when the parameter is removed and by the operator's `deinit`, so it never
    // outlives the operator; read on the main thread only.
    private nonisolated(unsafe) unowned(unsafe) var ownerLink: Operator?
    /// Expressions and what depends on the parameter, once there is any of it.
    private var details: ParameterDetails?
    /// The constant, which stays while an expression is in charge.
    package private(set) var value: ParameterValue
    package private(set) var mode: ParameterMode

    convenience init(_ definition: ParameterDefinition, owner: Operator) {
        self.init(SharedDefinition(definition), owner: owner)
    }

    init(_ shared: SharedDefinition, owner: Operator) {
        self.shared = shared
        ownerLink = owner
        let definition = shared.definition
        mode = definition.defaultMode
        value = definition.defaultValue
        setExpressions(definition.defaultExpression, definition.defaultBindExpression)
        if mode == .bind { owner.network?.noteBinding(of: self) }
    }

    /// The operator, `nil` once it is gone or the parameter was removed from it.
    package internal(set) var owner: Operator? {
        get { ownerLink }
        set {
            ownerLink = newValue
            if newValue == nil { details?.node?.noteChange() }
        }
    }

    /// Lets go of the operator, whose `deinit` runs.
    nonisolated func ownerEnds() { ownerLink = nil }

    /// What was in charge before `mode`.
    package var previousMode: ParameterMode { details?.previousMode ?? .constant }
    package var expression: String { details?.expression ?? "" }
    package var bindExpression: String { details?.bindExpression ?? "" }

    /// What the evaluator likes to keep with the expression's value; the network never looks at it.
    package var companion: AnyObject? {
        get { details?.companion }
        set { if newValue != nil || details != nil { madeDetails.companion = newValue } }
    }

    /// The value as something to depend on, once an expression is in charge or somebody depends.
    var node: CookNode? { details?.node }

    private var madeDetails: ParameterDetails {
        if let details { return details }
        let made = ParameterDetails()
        details = made
        return made
    }

    private func setExpressions(_ expression: String, _ bindExpression: String) {
        guard details != nil || !expression.isEmpty || !bindExpression.isEmpty else { return }
        (madeDetails.expression, madeDetails.bindExpression) = (expression, bindExpression)
    }

    /// What the parameter is; changing it leaves the others that shared it as they are.
    package internal(set) var definition: ParameterDefinition {
        // Lent, not copied: it is large, and its name is asked for often.
        _read { yield shared.definition }
        set { shared = SharedDefinition(newValue, place: shared.place) }
    }

    /// Where a built-in parameter stands in its type's table; -1 for others.
    nonisolated var place: Int { shared.place }

    package var name: String { definition.name }
    package var style: ParameterStyle { definition.style }

    /// Whether the parameter still belongs to a living operator.
    package var isValid: Bool { ownerLink?.isValid ?? false }

    /// Whether mode and value are those of a fresh parameter.
    package var isDefault: Bool {
        guard mode == definition.defaultMode else { return false }
        return switch mode {
        case .constant, .export: value == definition.defaultValue
        case .expression: expression == definition.defaultExpression
        case .bind: bindExpression == definition.defaultBindExpression
        }
    }

    /// The place of a menu's value among its entries, `nil` when it is none of them.
    package var menuIndex: Int? {
        guard case .string(let name) = value else { return nil }
        return definition.menuNames.firstIndex(of: name)
    }

    /// Sets the constant and puts it in charge.
    ///
    /// A sequence grows or shrinks to that many blocks.
    ///
    /// - Throws: `ParameterError` when the style can't hold the value.
    package func set(_ newValue: ParameterValue) throws(ParameterError) {
        var held = try definition.coerce(newValue, at: path)
        if style == .sequence, case .int(let blocks) = held,
            let sequence = owner?.parameters.sequence(named: name)
        {
            try sequence.resize(to: blocks)
            held = .int(sequence.blocks.count)
        }
        if style == .pulse, try definition.truth(newValue, path) { pulse() }
        var state = state
        state.value = held
        state.mode = .constant
        assign(state)
    }

    /// Sets the expression and puts it in charge; it is not evaluated here.
    package func setExpression(_ text: String) {
        var state = state
        state.expression = text
        state.mode = .expression
        assign(state)
    }

    /// Sets the expression that names the parameter to follow, and puts it in charge.
    package func setBindExpression(_ text: String) {
        var state = state
        state.bindExpression = text
        state.mode = .bind
        assign(state)
    }

    /// Chooses what is in charge; the constant and the expressions stay as they are.
    package func setMode(_ newMode: ParameterMode) {
        var state = state
        state.mode = newMode
        assign(state)
    }

    /// Takes over another parameter's value, expressions and mode.
    ///
    /// - Throws: `ParameterError` when the style can't hold the value; nothing is taken then.
    package func copy(from other: Parameter) throws(ParameterError) {
        var state = other.state
        state.value = style == .sequence ? value : try definition.coerce(state.value, at: path)
        assign(state)
    }

    /// Goes back to the default value, expressions and mode.
    ///
    /// - Returns: Whether anything changed.
    @discardableResult
    package func reset() -> Bool {
        assign(
            State(
                mode: definition.defaultMode,
                value: style == .sequence ? value : definition.defaultValue,
                expression: definition.defaultExpression,
                bindExpression: definition.defaultBindExpression))
    }

    /// Tells observers that a pulse was pressed; the value stays.
    package func pulse() {
        guard let owner else { return }
        owner.network?.note(.parameterPulsed(owner, self))
    }

    /// The value now: the constant, or what the expression in charge gives.
    ///
    /// An expression is evaluated again only when something that it read has changed.
    ///
    /// - Throws: What the expression raises, or `ParameterError` when the result doesn't fit.
    package func evaluate() throws -> ParameterValue {
        if mode == .constant || mode == .export || mode == .bind && bindExpression.isEmpty {
            if CookRecorder.isRecording { try bringUpToDate() }
            return value
        }
        try bringUpToDate()
        return details?.evaluated ?? .none
    }

    /// Notes that the value as it is set, whatever is in charge, has been read.
    package func noteRead() {
        if CookRecorder.isRecording { try? bringUpToDate() }
    }

    private func bringUpToDate() throws {
        let node = self.node ?? CookNode(self)
        madeDetails.node = node
        do {
            try CookGraph.update(node)
        } catch is CookLoop {
            // Nobody will tell who reads this that the loop is cut.
            CookRecorder.noteUntold()
            throw ParameterError.loop(name, at: path)
        } catch let postponed as CookPostponed {
            throw postponed
        } catch {
            node.noteRead()
            throw error
        }
        node.noteRead()
    }

    fileprivate var path: String { owner?.path ?? "" }
}

extension Parameter: CookWork {
    package var prerequisites: [CookNode] { [] }
    package var cookName: String { "the parameter '\(name)' of \(path)" }

    package func cook() throws -> Bool {
        companion = nil
        guard mode == .expression || mode == .bind && !bindExpression.isEmpty else { return true }
        guard let evaluator = owner?.network?.evaluator else {
            throw ParameterError.noEvaluator(name, at: path)
        }
        // Such as `random()`: nothing will ever tell that it would give something else now.
        defer { if CookRecorder.hasReadNothing { CookRecorder.noteUntold() } }
        let text = mode == .bind ? bindExpression : expression
        let new: ParameterValue
        do {
            new = try definition.coerce(evaluator.evaluate(text, for: self), at: path)
        } catch {
            if !CookGraph.isGivingUp, !(error is CookLoop), let owner {
                let message = "\(name): \(error)"
                owner.network?.troubleObserver?.wentWrong(message, .error, with: owner)
            }
            throw error
        }
        guard !CookGraph.isGivingUp else { throw CookPostponed() }
        // What is inside an object may change while it stays the same object.
        let isSame = new == madeDetails.evaluated && style != .python
        madeDetails.evaluated = new
        return !isSame
    }
}

extension Parameter {
    /// What the expression in charge threw when it was evaluated last.
    package var failure: (any Error)? { mode == .constant ? nil : node?.failure }

    /// The nodes that read this parameter.
    var readers: [CookNode] { node?.readers ?? [] }

    /// Everything a parameter holds, to be set or copied at once.
    package struct State: Equatable {
        package internal(set) var mode: ParameterMode
        package internal(set) var value: ParameterValue
        package internal(set) var expression: String
        package internal(set) var bindExpression: String
    }

    /// Goes back to what the parameter held before.
    ///
    /// - Throws: `ParameterError` when a sequence can't have as many blocks again.
    package func restore(_ state: State) throws(ParameterError) {
        if style == .sequence { try set(state.value) }
        assign(state)
    }

    /// What the parameter holds now.
    package var state: State {
        State(
            mode: mode, value: value, expression: expression, bindExpression: bindExpression)
    }

    /// Takes over a state and tells observers when it differs.
    ///
    /// - Returns: Whether it did.
    @discardableResult
    package func assign(_ new: State, tellingObservers: Bool = true) -> Bool {
        let former = state
        guard new != former else { return false }

        if new.mode != mode { changeMode(to: new.mode) }
        value = new.value
        setExpressions(new.expression, new.bindExpression)
        companion = nil
        node?.invalidate()
        guard let owner else { return true }
        owner.invalidateOutput()
        if name == Network.globalShortcutParameter {
            owner.network?.noteGlobalShortcut(of: owner, takingOver: tellingObservers)
        }
        if tellingObservers {
            owner.network?.journal?.changed(self, from: former)
            owner.network?.note(.parameterChanged(owner, self))
        }
        return true
    }

    private func changeMode(to new: ParameterMode) {
        madeDetails.previousMode = mode
        mode = new
        owner?.network?.noteBinding(of: self)
    }

    /// Gives a custom menu other entries; a value that is no entry becomes the one at its place.
    ///
    /// - Throws: `ParameterError` for a built-in parameter.
    package func setMenuNames(_ names: [String]) throws(ParameterError) {
        let place = menuIndex ?? 0
        try redefine { definition in
            definition.menuNames = names
            guard definition.style == .menu, let first = names.first,
                !names.contains(definition.defaultValue.text)
            else { return }
            definition.defaultValue = .string(first)
        }
        guard style == .menu, !names.isEmpty, menuIndex == nil else { return }
        var state = state
        state.value = .string(names[min(place, names.count - 1)])
        assign(state)
    }

    /// Takes over everything of a definition but name, style and place.
    func takeDefinition(of other: ParameterDefinition) {
        var new = other
        new.name = definition.name
        (new.page, new.group, new.order) = (definition.page, definition.group, definition.order)
        (new.label, new.componentIndex) = (definition.label, definition.componentIndex)
        (new.isCustom, new.sequence, new.block) = (definition.isCustom, nil, [])
        guard new.style == definition.style else { return }
        definition = new
    }

    /// Changes the definition of a custom parameter; name, style and page stay.
    ///
    /// What is said of a parameter in a sequence holds for all its blocks.
    ///
    /// - Throws: `ParameterError` for a built-in parameter.
    package func redefine(
        _ change: (inout ParameterDefinition) -> Void
    ) throws(ParameterError) {
        guard definition.isCustom else {
            throw .definition(
                name, at: owner?.path ?? "",
                "is built in and can't be redefined; only custom parameters can.")
        }
        if let name = definition.sequence, let sequence = owner?.parameters.sequence(named: name) {
            sequence.redefine(self, change)
        } else {
            change(&definition)
        }
        if let owner { owner.network?.note(.parametersRedefined(owner)) }
    }
}
