/// How other threads come by the functions they run: from where they start along the calls, but for
/// those that what they are called with rules out.
struct ThreadFlow {
    /// What threads give a parameter.
    private struct Given: Equatable {
        /// What it may stand for; nil where that is not told apart from what others give.
        var values: Set<Value>?
        var known: KnownValue

        func joined(_ other: Given) -> Given {
            var union: Set<Value>?
            if let mine = values, let theirs = other.values { union = mine.union(theirs) }
            return Given(values: union, known: known.joined(other.known))
        }
    }

    /// The functions that run on another thread, with the start that leads there.
    private(set) var starts: [ScriptFunction: ThreadStart] = [:]
    /// The function by which a thread came to another one first.
    private(set) var callers: [ScriptFunction: ScriptFunction] = [:]
    /// The expressions of these functions that no thread comes to.
    private(set) var dead: Set<ObjectIdentifier> = []

    private var given: [ScriptFunction: [String: Given]] = [:]
    private var codes: [ScriptFunction: LiveCode] = [:]
    private var bindings: [ScriptFunction: Bindings] = [:]
    private var rest: [ScriptFunction] = []

    /// Follows every thread of a project.
    mutating func follow(_ analysis: Analysis) {
        analysis.isOnThread = true
        defer { analysis.isOnThread = false }
        for start in analysis.starts {
            for target in start.targets {
                let given = startArguments(start, target, analysis)
                reach(target, from: nil, of: start, with: given)
            }
        }
        while let function = rest.popLast() {
            let code = read(function, analysis)
            codes[function] = code
            guard let start = starts[function] else { continue }
            for edge in analysis.edges[function] ?? [] {
                if let site = edge.site {
                    guard !code.dead.contains(ObjectIdentifier(site)),
                        mayCall(edge, site, in: function)
                    else { continue }
                }
                guard starts[edge.callee] != nil || !isForAnyThread(edge.callee, analysis) else {
                    continue
                }
                reach(
                    edge.callee, from: function, of: start,
                    with: arguments(edge, in: function, code, analysis))
            }
        }
        for code in codes.values { dead.formUnion(code.dead) }
    }

    private mutating func reach(
        _ function: ScriptFunction, from caller: ScriptFunction?, of start: ThreadStart,
        with arguments: [String: Given]
    ) {
        var news = arguments
        if let known = given[function] {
            news = known.reduce(into: [:]) { joined, pair in
                if let other = arguments[pair.key] { joined[pair.key] = pair.value.joined(other) }
            }
            guard news != known else { return }
        } else {
            starts[function] = start
            callers[function] = caller
        }
        given[function] = news
        let names = bindings(of: function).names
        function.scope.given = news.reduce(into: [:]) { values, pair in
            if !names.contains(pair.key) { values[pair.key] = pair.value.values }
        }
        rest.append(function)
        // What stands inside it sees its parameters.
        for inner in starts.keys where inner !== function && isInside(inner, function) {
            rest.append(inner)
        }
    }

    private func isInside(_ inner: ScriptFunction, _ function: ScriptFunction) -> Bool {
        var scope: Scope? = inner.outer
        while let current = scope {
            if case .function(function) = current.kind { return true }
            scope = current.outer
        }
        return false
    }

    private mutating func read(_ function: ScriptFunction, _ analysis: Analysis) -> LiveCode {
        let given = given
        let bindings = bindings
        return LiveCode(
            of: function.definition, self.bindings(of: function),
            parameters: { name in
                if let known = given[function]?[name]?.known { return known }
                var scope: Scope? = function.outer
                while let current = scope {
                    if case .function(let outer) = current.kind, current.variables[name] != nil {
                        guard bindings[outer]?.names.contains(name) == false else {
                            return .unknown
                        }
                        return given[outer]?[name]?.known ?? .unknown
                    }
                    scope = current.outer
                }
                return .unknown
            },
            answers: { call in
                let callees = (analysis.edges[function] ?? []).filter { $0.site === call }
                guard callees.count == 1, let body = callees.first?.callee.definition.body,
                    case .returned(let value?)? = body.last?.kind, body.count <= 2,
                    case .comparison(let left, let rest) = value.kind, rest.count == 1
                else { return nil }
                return MainThreadQuestion.answer(left, rest[0].0, rest[0].1)
            })
    }

    private mutating func bindings(of function: ScriptFunction) -> Bindings {
        if let known = bindings[function] { return known }
        let made = Bindings(of: function.definition)
        bindings[function] = made
        return made
    }

    /// Whether a function asks for the main thread in a way that is not followed here, so that it is
    /// left alone.
    private mutating func isForAnyThread(_ function: ScriptFunction, _ analysis: Analysis) -> Bool {
        MainThreadQuestion.isAsked(by: function) && !read(function, analysis).asksForMain
    }

    /// Whether a call by the name of a parameter reaches a function, if only what threads give that
    /// parameter counts.
    private func mayCall(
        _ edge: CallEdge, _ site: Expression, in function: ScriptFunction
    ) -> Bool {
        guard case .call(let called, _) = site.kind, case .name(let name) = called.kind else {
            return true
        }
        var scope: Scope? = function.scope
        while let current = scope, current.variables[name] == nil { scope = current.outer }
        guard let values = scope?.given[name] else { return true }
        return values.contains { value in
            switch value {
            case .function, .method, .partial: value.callee === edge.callee
            default: true
            }
        }
    }

    private func arguments(
        _ edge: CallEdge, in function: ScriptFunction, _ code: LiveCode, _ analysis: Analysis
    ) -> [String: Given] {
        let here = Place(scope: function.scope, script: function.script, function: function)
        return edge.arguments.reduce(into: [:]) { given, argument in
            given[argument.parameter.name] =
                argument.isDefault
                ? standing(argument, of: edge.callee, analysis)
                : Given(
                    values: argument.parameter.annotation == nil
                        ? analysis.evaluate(argument.value, at: here) : nil,
                    known: code.known(argument.value))
        }
    }

    /// What a parameter is by default.
    private func standing(
        _ argument: (parameter: FunctionDefinition.Parameter, value: Expression, isDefault: Bool),
        of function: ScriptFunction, _ analysis: Analysis
    ) -> Given {
        let outside = Place(scope: function.outer, script: function.script, function: nil)
        let known: KnownValue =
            switch argument.value.kind {
            case .none: .none
            case .truth(let value): .truth(value)
            case .name, .attribute, .call: .unknown
            default: .something
            }
        return Given(
            values: argument.parameter.annotation == nil || known == .none
                ? analysis.evaluate(argument.value, at: outside) : nil,
            known: known)
    }

    /// What a thread that is given no arguments leaves at its default.
    private func startArguments(
        _ start: ThreadStart, _ target: ScriptFunction, _ analysis: Analysis
    ) -> [String: Given] {
        guard start.kind == .thread, case .call(let maker, let arguments)? = start.site?.kind,
            maker.dotted?.hasSuffix("Thread") == true,
            arguments.allSatisfy({ ["target", "daemon", "name"].contains($0.name) })
        else { return [:] }
        return CallEdge.bind([], to: target.definition, after: target.owner == nil ? 0 : 1)
            .reduce(into: [:]) { $0[$1.parameter.name] = standing($1, of: target, analysis) }
    }
}
