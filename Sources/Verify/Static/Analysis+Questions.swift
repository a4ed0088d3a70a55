/// What rules ask of an analysis.
extension Analysis {
    /// What an expression of a function may stand for.
    func values(of expression: Expression, in function: ScriptFunction?, of script: Script) -> Set<
        Value
    > {
        let key = ObjectIdentifier(expression)
        if let known = index.values[key] { return known }
        let found = evaluate(
            expression,
            at: Place(scope: function?.scope ?? script.scope, script: script, function: function))
        index.values[key] = found
        return found
    }

    /// What an expression of a function may stand for when another thread runs it.
    func valuesOnThread(of expression: Expression, in function: ScriptFunction) -> Set<Value> {
        let key = ObjectIdentifier(expression)
        if let known = index.valuesOnThread[key] { return known }
        isOnThread = true
        defer { isOnThread = false }
        let found = evaluate(
            expression,
            at: Place(scope: function.scope, script: function.script, function: function))
        index.valuesOnThread[key] = found
        return found
    }

    /// The objects of one of these types that an expression may stand for.
    func made(
        _ types: Set<String>, by expression: Expression, in function: ScriptFunction?,
        of script: Script
    ) -> [Value.Made] {
        values(of: expression, in: function, of: script).compactMap { value in
            guard case .made(let made) = value, types.contains(made.type) else { return nil }
            return made
        }
    }

    /// How a thread comes to run a function, for messages.
    func notes(onStartOf function: ScriptFunction) -> [Finding.Note] {
        guard let start = offMain[function] else { return [] }
        guard let site = start.site else {
            let span = start.targets.first?.definition.span ?? function.definition.span
            return [
                .init(
                    text: "the class is a thread, which runs this",
                    location: SourceLocation(span.firstLine, of: start.script))
            ]
        }
        let target = start.targets.first.map { $0 === function ? "it" : $0.name } ?? "it"
        let way = wayOnThread(to: function)
        return [
            .init(
                text: "\(start.kind.rawValue) runs \(target)"
                    + (way.isEmpty ? "" : ", which comes here by \(way.joined(separator: ", "))"),
                location: SourceLocation(site.span, of: start.script))
        ]
    }

    /// The functions between a thread's target and one that it comes to, in the order of the calls.
    private func wayOnThread(to function: ScriptFunction) -> [String] {
        var way: [String] = []
        var current = function
        while let caller = threadFlow.callers[current], threadFlow.callers[caller] != nil,
            way.count < 8
        {
            way.append(caller.name)
            current = caller
        }
        return way.reversed()
    }

    /// Whether two functions may run at the same time, or one function twice.
    func runsBeside(_ one: ScriptFunction, _ other: ScriptFunction) -> Bool {
        guard let first = offMain[one] ?? offMain[other] else { return false }
        guard let second = offMain[other] ?? offMain[one] else { return false }
        if offMain[one] == nil || offMain[other] == nil { return true }
        return index.onMain.contains(one) || index.onMain.contains(other)
            || runsOnManyThreads(one) || runsOnManyThreads(other)
            || first.targets.first !== second.targets.first
    }

    /// Whether several threads may run a function at once and on the same object: those of a pool, of
    /// a server, of a loop.
    func runsOnManyThreads(_ function: ScriptFunction) -> Bool {
        guard let first = offMain[function] else { return false }
        return ([first] + starts.filter { $0.targets.contains(function) }).contains { start in
            if start.kind == .handler { return !isHandler(function.owner) }
            guard let site = start.site, let starter = start.inside,
                let call = index.callsByExpression[ObjectIdentifier(site)],
                !runsOthersMethod(call)
            else { return false }
            if start.kind == .executor { return !isOfOneThread(call) }
            return Loops.repeatedExpressions(in: starter).contains(ObjectIdentifier(site))
        }
    }

    /// Whether a server makes an object of the class for each request.
    private func isHandler(_ type: ScriptClass?) -> Bool {
        starts.contains { $0.kind == .handler && $0.targets.contains { $0.owner === type } }
    }

    /// Whether what is handed over is the method of some other object, of which each thread may have
    /// its own: `pool.submit(job.run)`.
    private func runsOthersMethod(_ call: CallFact) -> Bool {
        let receiver = call.inside?.definition.parameters.first?.name
        return call.arguments.contains { argument in
            guard case .attribute(let owner, _) = argument.value.kind,
                owner.dotted?.split(separator: ".").first.map(String.init) != receiver
            else { return false }
            return values(of: argument.value, in: call.inside, of: call.script)
                .contains { $0.callee != nil }
        }
    }

    /// Whether all work of a pool runs on one thread: `ThreadPoolExecutor(max_workers=1)`.
    private func isOfOneThread(_ call: CallFact) -> Bool {
        guard case .attribute(let pool, _) = call.function.kind else { return false }
        let pools = made(["pool"], by: pool, in: call.inside, of: call.script)
        return !pools.isEmpty
            && pools.allSatisfy { pool in
                guard let maker = index.callsByExpression[ObjectIdentifier(pool.site)],
                    let size = maker.argument("max_workers", at: 0), case .number(1) = size.kind
                else { return false }
                return true
            }
    }

    /// Whether the objects of a class are known to be shared by threads: the class starts one, or keeps
    /// a lock for that.
    func isShared(_ type: ScriptClass) -> Bool {
        let family = Set(type.ancestry)
        return starts.contains { start in
            // A function in a method belongs to the scope of the class as well.
            start.inside?.scope.enclosingClass.map(family.contains) == true
                || start.targets.contains { $0.owner.map(family.contains) == true }
                    && !isHandler(type)
        }
            || type.ancestry.flatMap(\.attributes.values).contains { values in
                values.contains { value in
                    guard case .made(let made) = value else { return false }
                    return ["threading.Lock", "threading.RLock"].contains(made.type)
                }
            }
    }

    /// Whether a class is the extension of a component: it is given its owner when it is made.
    func isExtension(_ type: ScriptClass) -> Bool {
        type.ancestry.flatMap(\.methods).contains { method in
            let parameters = method.definition.parameters
            return method.definition.name == "__init__" && parameters.count > 1
                && parameters[1].name.lowercased().hasPrefix("owner")
        }
    }

    /// The calls in a function, in the order of the text.
    func calls(in function: ScriptFunction) -> [CallFact] { index.calls[function] ?? [] }

    /// The functions that a call surely runs, but for those whose method's name is all that is known.
    func sureCallees(of call: CallFact) -> [ScriptFunction] {
        if case .attribute(let owner, _) = call.function.kind,
            values(of: owner, in: call.inside, of: call.script).isEmpty
        {
            return []
        }
        return call.callees.compactMap(\.callee)
    }
}

extension SourceSpan {
    /// The first line of it, where it is longer.
    var firstLine: SourceSpan {
        endLine == line
            ? self : SourceSpan(line: line, column: column, endLine: line, endColumn: column + 1)
    }

    /// Whether it begins before another piece of the same text.
    func isBefore(_ other: SourceSpan) -> Bool {
        (line, column) < (other.line, other.column)
    }
}
