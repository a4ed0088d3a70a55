extension Analysis {
    /// Reads a call: what it may call gets the arguments, and what that returns comes back.
    func evaluateCall(
        _ expression: Expression, _ function: Expression, _ arguments: [Expression.Argument],
        at place: Place
    ) -> Set<Value> {
        let callees = evaluate(function, at: place)
        // A coroutine handed to a loop on another thread is not called from here.
        let isHandedOver = callees.contains(.external("asyncio.run_coroutine_threadsafe"))
        let outside = Place(scope: place.scope, script: place.script, function: nil)
        var positional: [Set<Value>] = []
        var named: [String: Set<Value>] = [:]
        for argument in arguments {
            let values = evaluate(argument.value, at: isHandedOver ? outside : place)
            if let name = argument.name {
                named[name] = values
            } else if argument.isUnpacked {
                positional.append(items(of: values))
            } else {
                positional.append(values)
            }
        }
        note(
            CallFact(
                expression: expression, function: function, arguments: arguments, callees: callees,
                inside: place.function, script: place.script))
        let external = ExternalCall(
            expression: expression, arguments: arguments, positional: positional, named: named,
            place: place)
        var results: Set<Value> = []
        for callee in callees {
            results.take(result(of: callee, positional, named, external, at: place))
        }
        if callees.isEmpty, case .attribute(_, let name) = function.kind {
            results.take(callUnknown(named: name, external))
        }
        return results
    }

    private func result(
        of callee: Value, _ positional: [Set<Value>], _ named: [String: Set<Value>],
        _ external: ExternalCall, at place: Place
    ) -> Set<Value> {
        switch callee {
        case .function, .method:
            return call(callee, positional, named, at: place, site: external.expression)
        case .partial: return call(callee, positional, named, at: place)
        case .type(let type):
            for initializer in members(of: type, named: "__init__") {
                guard let function = initializer.callee else { continue }
                _ = call(
                    .method(of: .instance(type), function), positional, named, at: place,
                    site: external.expression)
            }
            return made(of: type, external).union([.instance(type)])
        case .instance(let type):
            return members(of: type, named: "__call__").reduce(into: []) { found, member in
                guard let function = member.callee else { return }
                found.take(
                    call(.method(of: callee, function), positional, named, at: place))
            }
        case .external(let name): return callExternal(name, external)
        case .externalMethod(let made, let name): return callMethod(name, of: made, external)
        case .operators(.finder("mod")): return moduleResult(positional)
        case .operators(.finder): return [.operators(.whole)]
        case .operators(.extended): return []
        case .operators: return OperatorNames.isFinder(external) ? [.operators(.part)] : []
        default: return []
        }
    }

    /// What the classes outside the project that a class inherits from make of its objects: threads,
    /// and servers, with a thread for each request if the class is mixed so.
    private func made(of type: ScriptClass, _ call: ExternalCall) -> Set<Value> {
        let bases = type.externalBases
        for base in bases where ThreadAPI.threadClasses.contains(base) {
            _ = callExternal(base, call)
        }
        guard let server = bases.first(where: { ThreadAPI.isServer($0) }) else { return [] }
        return callExternal(
            bases.contains("socketserver.ThreadingMixIn")
                ? "socketserver.ThreadingTCPServer" : server, call)
    }

    /// `mod('path/to/name')`.
    private func moduleResult(_ positional: [Set<Value>]) -> Set<Value> {
        for case .text(let path) in positional.first ?? [] {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            if let script = scriptsByName[name] { return [.module(script)] }
        }
        return [.operators(.part)]
    }

    /// Calls a function of the project: its parameters get the arguments; `site` is the call whose
    /// arguments these are, as they stand there.
    func call(
        _ callee: Value, _ positional: [Set<Value>], _ named: [String: Set<Value>], at place: Place,
        site: Expression? = nil
    ) -> Set<Value> {
        if case .partial(let inner) = callee { return call(inner, positional, named, at: place) }
        guard let function = callee.callee else { return [] }
        var hasReceiver = false
        if case .method = callee { hasReceiver = true }
        note(function, calledBy: place.function, at: site, hasReceiver: hasReceiver)
        pass(positional, named, to: callee)
        look(at: function)
        return function.returned
    }

    /// Gives the parameters of a function values, without calling it.
    func pass(_ positional: [Set<Value>], _ named: [String: Set<Value>], to callee: Value) {
        guard let function = callee.callee else { return }
        var arguments = positional
        if case .method(let receiver, _) = callee { arguments.insert([receiver], at: 0) }
        var position = 0
        for parameter in function.definition.parameters {
            var values = named[parameter.name] ?? []
            switch parameter.kind {
            case .positional:
                if position < arguments.count { values.take(arguments[position]) }
                position += 1
            case .allPositional:
                guard
                    let site = parameter.annotation
                        ?? function.definition.body.first?.expressions.first
                else { continue }
                for rest in arguments.dropFirst(position) {
                    add(rest, to: &elements[.collection(site), default: []], of: contents)
                }
                values.insert(.collection(site))
            case .keyword: break
            case .allKeywords: continue
            }
            if !values.isEmpty {
                add(
                    values, to: &function.scope.variables[parameter.name, default: []],
                    of: function.scope)
            }
        }
    }

    /// A call of which nothing is known but the method's name.
    private func callUnknown(named name: String, _ call: ExternalCall) -> Set<Value> {
        switch name {
        case "submit", "apply_async":
            noteStart(.executor, call.argument(0, "fn"), call)
            return [.made(.init(type: "future", site: call.expression))]
        case "run_in_executor": noteStart(.executor, call.argument(1, "func"), call)
        case "TDTask": noteTask(call)
        case "add_done_callback": noteStart(.callback, call.argument(0, "fn"), call)
        default: break
        }
        return []
    }
}
