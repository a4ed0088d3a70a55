/// The call of something outside the project, with its arguments' values.
struct ExternalCall {
    let expression: Expression
    let arguments: [Expression.Argument]
    let positional: [Set<Value>]
    let named: [String: Set<Value>]
    let place: Place

    /// The values of an argument by keyword or position.
    func argument(_ position: Int?, _ name: String) -> Set<Value> {
        if let values = named[name] { return values }
        guard let position, position < positional.count else { return [] }
        return positional[position]
    }
}

extension Analysis {
    /// Takes down that a call hands functions to another thread, with the arguments it gives them.
    func noteStart(
        _ kind: ThreadStart.Kind, _ targets: Set<Value>, _ call: ExternalCall,
        passing positional: [Set<Value>] = []
    ) {
        noteStart(
            kind, targets, at: call.expression, inside: call.place.function, of: call.place.script)
        for target in targets { pass(positional, [:], to: target) }
    }

    /// `TDTask(target, SuccessHook, …)`: the target is off the main thread, the hooks are not.
    func noteTask(_ call: ExternalCall) {
        noteStart(.task, call.argument(0, "target"), call, passing: arguments(call, 4, "args"))
        for (position, hook) in ["SuccessHook", "ExceptHook", "RefreshHook"].enumerated() {
            for value in call.argument(position + 1, hook) {
                for function in runs(value) { note(hook: function, at: call.expression) }
            }
        }
    }

    /// What a function calls: the model of what is outside the project.
    func callExternal(_ name: String, _ call: ExternalCall) -> Set<Value> {
        let made: Set<Value> = [
            .made(.init(type: ThreadAPI.kind(ofMaker: name), site: call.expression))
        ]
        switch name {
        case "threading.Thread":
            noteStart(
                .thread, call.argument(1, "target"), call, passing: arguments(call, 3, "args"))
            noteServing(call.argument(1, "target"), call)
        case "threading.Timer":
            noteStart(
                .timer, call.argument(1, "function"), call, passing: arguments(call, 2, "args"))
        case "_thread.start_new_thread":
            noteStart(
                .lowLevel, call.argument(0, "function"), call, passing: arguments(call, 1, "args"))
            return []
        case "asyncio.to_thread":
            noteStart(
                .asyncio, call.argument(0, "func"), call,
                passing: Array(call.positional.dropFirst()))
            return []
        case "asyncio.run_coroutine_threadsafe":
            if case .call(let function, _)? = call.arguments.first?.value.kind {
                noteStart(.asyncio, evaluate(function, at: call.place), call)
            }
            return [.made(.init(type: "future", site: call.expression))]
        case "functools.partial":
            for target in call.argument(0, "func") {
                pass(Array(call.positional.dropFirst()), call.named, to: target)
            }
            return Set(call.argument(0, "func").map { .partial($0) })
        case "functools.wraps": return [.external("identity")]
        case "identity": return call.argument(0, "function")
        case "td.ThreadManager.TDTask", "td.TDTask":
            noteTask(call)
        case _ where name.hasPrefix("builtins."): return callBuiltIn(name, call)
        case _ where ThreadAPI.isServer(name): noteServer(name, call)
        default: noteStart(.callback, callbacks: LibraryCallbacks.callbacks(of: name, call), call)
        }
        return made
    }

    private func callBuiltIn(_ name: String, _ call: ExternalCall) -> Set<Value> {
        switch name {
        case "builtins.getattr":
            var found: Set<Value> = []
            for case .text(let attribute) in call.argument(1, "name") {
                for owner in call.argument(0, "object") {
                    found.take(self.attribute(attribute, of: owner, at: call.place))
                }
            }
            return found
        case "builtins.list", "builtins.tuple", "builtins.iter": return call.argument(0, "iterable")
        case "builtins.next": return items(of: call.argument(0, "iterator"))
        case "builtins.map":
            for function in call.argument(0, "function") {
                _ = self.call(
                    function, call.positional.dropFirst().map { items(of: $0) }, [:],
                    at: call.place)
            }
            return []
        case "builtins.super":
            guard let type = call.place.scope.enclosingClass else { return [] }
            var found: Set<Value> = []
            for base in type.bases {
                switch base {
                case .type(let parent): found.insert(.instance(parent))
                case .external(let name):
                    found.insert(.made(.init(type: name, site: call.expression)))
                default: break
                }
            }
            return found
        default: return []
        }
    }

    /// What a method of an object from outside does.
    func callMethod(_ name: String, of made: Value.Made, _ call: ExternalCall) -> Set<Value> {
        let object = Value.made(made)
        switch (made.type, name) {
        case ("pool", "submit"), ("pool", "apply_async"), ("pool", "apply"):
            noteStart(
                .executor, call.argument(0, "fn"), call,
                passing: Array(call.positional.dropFirst()))
            return [.made(.init(type: "future", site: call.expression))]
        case ("pool", "map"), ("pool", "imap"), ("pool", "imap_unordered"), ("pool", "starmap"):
            noteStart(
                .executor, call.argument(0, "fn"), call,
                passing: call.positional.dropFirst().map { items(of: $0) })
            return []
        case ("pool", "__enter__"): return [object]
        case ("future", "add_done_callback"):
            noteStart(.callback, call.argument(0, "fn"), call)
            return []
        case ("loop", "run_in_executor"):
            noteStart(
                .executor, call.argument(1, "func"), call,
                passing: Array(call.positional.dropFirst(2)))
            return [.made(.init(type: "future", site: call.expression))]
        case ("loop", "call_soon_threadsafe"):
            noteStart(.asyncio, call.argument(0, "callback"), call)
            return []
        case ("queue", "put"), ("queue", "put_nowait"), ("deque", "append"),
            ("deque", "appendleft"):
            add(call.argument(0, "item"), to: &elements[object, default: []], of: contents)
            return []
        case ("queue", "get"), ("queue", "get_nowait"), ("deque", "pop"), ("deque", "popleft"):
            look(at: contents)
            return elements[object] ?? []
        case (_, "map") where made.type.hasPrefix("pythonosc"):
            noteStart(.callback, call.argument(1, "handler"), call)
            return []
        default:
            let type = "\(made.type).\(name)"
            noteStart(.callback, callbacks: LibraryCallbacks.callbacks(of: type, call), call)
            return [.made(.init(type: type, site: call.expression))]
        }
    }

    private func noteStart(
        _ kind: ThreadStart.Kind, callbacks: Set<Value>, _ call: ExternalCall
    ) {
        guard !callbacks.isEmpty else { return }
        noteStart(kind, callbacks, call)
    }

    /// The values of `args=(…)`, one set for each place.
    private func arguments(_ call: ExternalCall, _ position: Int, _ name: String) -> [Set<Value>] {
        let expression =
            call.arguments.first { $0.name == name }?.value
            ?? {
                let positional = call.arguments.filter { $0.name == nil && !$0.isUnpacked }
                return position < positional.count ? positional[position].value : nil
            }()
        guard let expression else { return [] }
        if case .collection(_, let items) = expression.kind {
            return items.map { evaluate($0, at: call.place) }
        }
        let all = items(of: evaluate(expression, at: call.place))
        return all.isEmpty ? [] : Array(repeating: all, count: 4)
    }

    /// The handlers of a server that gives each request a thread.
    private func noteServer(_ name: String, _ call: ExternalCall) {
        guard ThreadAPI.threadingServers.contains(name) else { return }
        noteHandlers(.handler, call.argument(1, "RequestHandlerClass"), call)
    }

    /// `Thread(target=server.serve_forever)`: the handlers run on that thread.
    private func noteServing(_ targets: Set<Value>, _ call: ExternalCall) {
        for case .externalMethod(let made, "serve_forever") in targets where made.type == "server" {
            guard case .call(_, let arguments) = made.site.kind else { continue }
            let positional = arguments.filter { $0.name == nil }
            let handler =
                arguments.first { $0.name == "RequestHandlerClass" }?.value
                ?? (positional.count > 1 ? positional[1].value : nil)
            if let handler { noteHandlers(.server, evaluate(handler, at: call.place), call) }
        }
    }

    private func noteHandlers(
        _ kind: ThreadStart.Kind, _ handlers: Set<Value>, _ call: ExternalCall
    ) {
        for case .type(let type) in handlers {
            for ancestor in type.ancestry {
                for method in ancestor.methods where method.definition.name != "__init__" {
                    noteStart(kind, [.function(method)], call)
                }
            }
        }
    }
}
