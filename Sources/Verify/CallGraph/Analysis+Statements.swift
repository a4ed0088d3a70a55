extension Analysis {
    /// Reads statements, and everything inside them, in one scope.
    func read(
        _ statements: [Statement], in scope: Scope, of script: Script, inside: ScriptFunction?
    ) {
        let place = Place(scope: scope, script: script, function: inside)
        for statement in statements { read(statement, at: place) }
    }

    private func read(_ statement: Statement, at place: Place) {
        switch statement.kind {
        case .function(let definition): read(definition, at: place)
        case .type(let definition): read(definition, at: place)
        case .importModules(let names): bind(modules: names, at: place)
        case .importNames(let module, _, let names): bind(names, from: module, at: place)
        case .assignment(let targets, let value): assign(value, to: targets, at: place)
        case .annotated(let target, let annotation, let value):
            let declared = instances(named: annotation, at: place)
            assign(
                declared.union(value.map { evaluate($0, at: place) } ?? []), to: target, at: place)
        case .augmented(let target, _, let value):
            let values = evaluate(value, at: place)
            _ = evaluate(target, at: place)
            assign(values, to: target, at: place)
        case .returned(let value):
            guard let value else { break }
            let values = evaluate(value, at: place)
            if let function = place.function { add(values, to: &function.returned, of: function) }
        case .forLoop(let target, let source, _, _):
            assign(items(of: evaluate(source, at: place)), to: target, at: place)
        case .with(let managers, _):
            for manager in managers {
                let values = evaluate(manager.value, at: place)
                if let target = manager.target { assign(values, to: target, at: place) }
            }
        default:
            for expression in statement.expressions { _ = evaluate(expression, at: place) }
        }
        for block in statement.blocks { for inner in block { read(inner, at: place) } }
    }

    /// Reads a function; its body is read with it, called or not.
    func read(_ definition: FunctionDefinition, at place: Place) {
        let function = function(of: definition, at: place)
        var value: Set<Value> = [.function(function)]
        for decorator in definition.decorators.reversed() {
            let wrappers = evaluate(decorator, at: place)
            switch decorator.dotted {
            case "staticmethod": function.isStatic = true
            case "classmethod": function.isClassMethod = true
            case "property", "cached_property", "functools.cached_property":
                function.isProperty = true
            default:
                var wrapped: Set<Value> = []
                for wrapper in wrappers where wrapper.callee != nil {
                    wrapped.take(call(wrapper, [value], [:], at: place))
                }
                if wrappers.contains(.external("identity")) { wrapped.take(value) }
                noteCallback(value, decoratedBy: wrappers, decorator, at: place)
                if !wrapped.isEmpty { value = wrapped.union(value) }
            }
        }
        if case .type(let owner) = place.scope.kind {
            add(value, to: &owner.members[definition.name, default: []], of: owner)
            if !function.isStatic, let first = definition.parameters.first {
                let receiver: Value = function.isClassMethod ? .type(owner) : .instance(owner)
                add(
                    [receiver], to: &function.scope.variables[first.name, default: []],
                    of: function.scope)
            }
        } else {
            bind(definition.name, to: value, at: place)
        }
        readParameters(of: function, at: place)
        readBody(of: function)
    }

    private func noteCallback(
        _ function: Set<Value>, decoratedBy wrappers: Set<Value>, _ decorator: Expression,
        at place: Place
    ) {
        for wrapper in wrappers {
            let name: String
            switch wrapper {
            case .made(let made): name = made.type
            case .externalMethod(let made, let method): name = "\(made.type).\(method)"
            default: continue
            }
            guard LibraryCallbacks.decorators.contains(name) else { continue }
            noteStart(.callback, function, at: decorator, inside: nil, of: place.script)
        }
    }

    /// The function of a definition, made when it is first met.
    func function(of definition: FunctionDefinition, at place: Place) -> ScriptFunction {
        if let known = functionsByDefinition[ObjectIdentifier(definition)] { return known }
        var owner: ScriptClass?
        if case .type(let type) = place.scope.kind { owner = type }
        let made = ScriptFunction(
            definition, name: place.scope.prefix + definition.name, owner: owner, in: place.scope,
            of: place.script)
        owner?.methods.append(made)
        register(made)
        return made
    }

    /// Gives parameters what their annotations and defaults say.
    func readParameters(of function: ScriptFunction, at place: Place) {
        for (index, parameter) in function.definition.parameters.enumerated() {
            var values: Set<Value> = []
            if let annotation = parameter.annotation {
                values.take(instances(named: annotation, at: place))
            }
            if let value = parameter.defaultValue { values.take(evaluate(value, at: place)) }
            let isOwner = ["ownerComp", "owner_comp", "ownerCOMP"].contains(parameter.name)
            // The first parameter of an extension's class after `self` is its component.
            if isOwner || (function.definition.name == "__init__" && index == 1 && isOwner) {
                values.insert(.operators(.whole))
            }
            // Also a parameter of which nothing is known hides what has its name outside.
            add(
                values, to: &function.scope.variables[parameter.name, default: []],
                of: function.scope)
        }
    }

    private func read(_ definition: ClassDefinition, at place: Place) {
        let type: ScriptClass
        if let known = classesByDefinition[ObjectIdentifier(definition)] {
            type = known
        } else {
            type = ScriptClass(
                name: place.scope.prefix + definition.name, definition: definition,
                in: place.scope, of: place.script)
            register(type, of: definition)
        }
        for base in definition.bases { add(bases: evaluate(base, at: place), to: type) }
        for decorator in definition.decorators { _ = evaluate(decorator, at: place) }
        bind(definition.name, to: [.type(type)], at: place)
        let inner = Place(scope: type.scope, script: place.script, function: place.function)
        for statement in definition.body { read(statement, at: inner) }
        for (name, values) in type.scope.variables {
            add(values, to: &type.members[name, default: []], of: type)
        }
    }

    private func bind(modules names: [Statement.Alias], at place: Place) {
        for name in names {
            let top = name.name.split(separator: ".").first.map(String.init) ?? name.name
            let value: Value =
                if let script = module(named: name.name, seenFrom: place.script) {
                    .module(script)
                } else {
                    .external(name.alias == nil ? top : name.name)
                }
            bind(name.alias ?? top, to: [value], at: place)
        }
    }

    private func bind(_ names: [Statement.Alias], from module: String, at place: Place) {
        let script = self.module(named: module, seenFrom: place.script)
        if let script { look(at: script.scope) }
        for name in names {
            if let script {
                if name.name == "*" {
                    for (inner, values) in script.scope.variables {
                        bind(inner, to: values, at: place)
                    }
                } else if let values = script.scope.variables[name.name] {
                    bind(name.alias ?? name.name, to: values, at: place)
                }
            } else if let inner = self.module(named: name.name, seenFrom: place.script) {
                bind(name.alias ?? name.name, to: [.module(inner)], at: place)
            } else if name.name == "*", module == "threading" || module == "queue" {
                for known in ThreadAPI.starNames[module] ?? [] {
                    bind(known, to: [.external("\(module).\(known)")], at: place)
                }
            } else if name.name != "*" {
                bind(name.alias ?? name.name, to: [.external("\(module).\(name.name)")], at: place)
            }
        }
    }

    /// The script that an import means, if it is one of the project.
    private func module(named name: String, seenFrom script: Script) -> Script? {
        let last = name.split(separator: ".").last.map(String.init) ?? name
        // Of copies of a module the one that lies nearest counts.
        return namesakes[last]?.filter { $0 !== script }.max {
            nearness($0, script) < nearness($1, script)
        }
    }

    /// How much of their paths two scripts have in common.
    private func nearness(_ one: Script, _ other: Script) -> Int {
        zip(one.file.utf8, other.file.utf8).prefix { $0 == $1 }.count
    }

    /// Gives a name values in the scope that owns it.
    func bind(_ name: String, to values: Set<Value>, at place: Place) {
        var scope = place.scope
        if let function = place.function, function.definition.globals.contains(name) {
            scope = place.script.scope
        }
        add(values, to: &scope.variables[name, default: []], of: scope)
    }

    /// Gives targets the values of an expression: `a, b = x, y` gives `a` those of `x` alone.
    private func assign(_ value: Expression, to targets: [Expression], at place: Place) {
        if targets.count == 1, case .collection(_, let single) = targets[0].kind,
            case .collection(let kind, let parts) = value.kind, kind == .tuple || kind == .list,
            single.count == parts.count, !(single + parts).contains(where: \.isStarred)
        {
            for (target, part) in zip(single, parts) { assign(part, to: [target], at: place) }
            return
        }
        let values = evaluate(value, at: place)
        for target in targets { assign(values, to: target, at: place) }
    }

    /// Gives the target of an assignment values.
    func assign(_ values: Set<Value>, to target: Expression, at place: Place) {
        switch target.kind {
        case .name(let name): bind(name, to: values, at: place)
        case .attribute(let owner, let name):
            for value in evaluate(owner, at: place) {
                switch value {
                case .instance(let type):
                    add(values, to: &type.attributes[name, default: []], of: type)
                case .type(let type):
                    add(values, to: &type.members[name, default: []], of: type)
                case .made:
                    add(
                        values, to: &madeAttributes[value, default: [:]][name, default: []],
                        of: contents)
                case .module(let script):
                    add(values, to: &script.scope.variables[name, default: []], of: script.scope)
                default: break
                }
            }
        case .collection(_, let targets):
            for inner in targets { assign(items(of: values), to: inner, at: place) }
        case .subscripted(let owner, let index):
            _ = evaluate(index, at: place)
            for case .collection(let site) in evaluate(owner, at: place) {
                put(values, into: site, at: index)
            }
        case .starred(let inner): assign(values, to: inner, at: place)
        default: break
        }
    }
}

extension Expression {
    fileprivate var isStarred: Bool {
        if case .starred = kind { return true }
        return false
    }
}
