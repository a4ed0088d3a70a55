extension Analysis {
    /// What an expression may stand for.
    func evaluate(_ expression: Expression, at place: Place) -> Set<Value> {
        switch expression.kind {
        case .name(let name): return lookUp(name, at: place)
        case .attribute(let owner, let name):
            let owners = evaluate(owner, at: place)
            var found: Set<Value> = []
            for value in owners { found.take(attribute(name, of: value, at: place)) }
            if owners.isEmpty { found.take(probableMethods(name, seenFrom: place.script)) }
            return found
        case .call(let function, let arguments):
            return evaluateCall(expression, function, arguments, at: place)
        case .string(let text):
            // Longer ones name nothing.
            return text.utf8.count > 100 ? [] : [.text(text)]
        case .lambda(let definition):
            let function = function(of: definition, at: place)
            readParameters(of: function, at: place)
            read(definition.body, in: function.scope, of: place.script, inside: function)
            return [.function(function)]
        case .collection(_, let items):
            for item in items {
                put(evaluate(item, at: place), into: expression, at: nil)
            }
            return [.collection(expression)]
        case .dictionary(let pairs):
            for pair in pairs {
                if let key = pair.key { _ = evaluate(key, at: place) }
                put(evaluate(pair.value, at: place), into: expression, at: pair.key)
            }
            return [.collection(expression)]
        case .subscripted(let owner, let index):
            _ = evaluate(index, at: place)
            return items(of: evaluate(owner, at: place), at: index)
        case .comprehension(_, let results, let clauses):
            for clause in clauses {
                assign(items(of: evaluate(clause.source, at: place)), to: clause.target, at: place)
                for condition in clause.conditions { _ = evaluate(condition, at: place) }
            }
            for result in results {
                put(evaluate(result, at: place), into: expression, at: nil)
            }
            return [.collection(expression)]
        case .named(let target, let value):
            let values = evaluate(value, at: place)
            assign(values, to: target, at: place)
            return values
        case .conditional(let test, let body, let otherwise):
            _ = evaluate(test, at: place)
            return evaluate(body, at: place).union(evaluate(otherwise, at: place))
        case .boolean(_, let operands):
            return operands.reduce(into: []) { $0.take(evaluate($1, at: place)) }
        case .awaited(let inner), .starred(let inner): return evaluate(inner, at: place)
        default:
            for part in expression.parts { _ = evaluate(part, at: place) }
            return []
        }
    }

    private func lookUp(_ name: String, at place: Place) -> Set<Value> {
        var scope: Scope? = place.scope
        while let current = scope {
            look(at: current)
            scope = current.outer
        }
        if let found = place.scope.lookUp(name, onThread: isOnThread) { return found }
        if place.script.hasOperatorNames {
            if OperatorNames.finders.contains(name) { return [.operators(.finder(name))] }
            if OperatorNames.wholes.contains(name) { return [.operators(.whole)] }
            if OperatorNames.parts.contains(name) { return [.operators(.part)] }
            if OperatorNames.modules.contains(name) { return [.external(name)] }
            if name == "run" { return [.external("td.run")] }
        }
        return ThreadAPI.builtins.contains(name) ? [.external("builtins.\(name)")] : []
    }

    /// What an attribute of a value may be.
    func attribute(_ name: String, of value: Value, at place: Place) -> Set<Value> {
        switch value {
        case .instance(let type): return attribute(name, ofInstance: type, at: place)
        case .type(let type):
            return members(of: type, named: name).reduce(into: []) { found, member in
                if let function = member.callee, function.isClassMethod {
                    found.insert(.method(of: value, function))
                } else {
                    found.insert(member)
                }
            }
        case .module(let script):
            look(at: script.scope)
            return script.scope.variables[name] ?? []
        case .external(let module):
            if module == "td" {
                if OperatorNames.finders.contains(name) { return [.operators(.finder(name))] }
                if OperatorNames.parts.contains(name) { return [.operators(.part)] }
            }
            return [.external("\(module).\(name)")]
        case .made(let made):
            look(at: contents)
            let assigned = madeAttributes[value]?[name] ?? []
            return assigned.isEmpty ? [.externalMethod(made, name)] : assigned
        case .operators(let part): return attribute(name, ofOperator: part, at: place)
        default: return []
        }
    }

    private func attribute(
        _ name: String, ofInstance type: ScriptClass, at place: Place
    ) -> Set<Value> {
        var found: Set<Value> = []
        look(at: definitions)
        for ancestor in type.ancestry {
            look(at: ancestor)
            found.take(ancestor.attributes[name] ?? [])
        }
        for candidate in heirs(of: type) {
            for member in members(of: candidate, named: name) {
                guard let function = member.callee else {
                    found.insert(member)
                    continue
                }
                if function.isStatic {
                    found.insert(.function(function))
                } else if function.isProperty {
                    note(function, calledBy: place.function)
                    look(at: function)
                    found.take(function.returned)
                } else {
                    found.insert(.method(of: .instance(candidate), function))
                }
            }
        }
        if found.isEmpty {
            for base in type.externalBases {
                guard let site = type.definition?.bases.first else { continue }
                found.insert(.externalMethod(.init(type: base, site: site), name))
            }
        }
        return found
    }

    private func attribute(
        _ name: String, ofOperator part: Value.OperatorPart, at place: Place
    ) -> Set<Value> {
        switch (part, name) {
        case (.finder("mod"), _):
            return scriptsByName[name].map { [.module($0)] } ?? [.operators(.part)]
        case (.finder("ext"), _): return [.operators(.extended)]
        case (.finder("op"), "TDResources"), (.finder, _): return [.operators(.whole)]
        case (.whole, _) where OperatorNames.plainMembers.contains(name): return []
        case (.part, _) where OperatorNames.plainMembers.contains(name): return []
        case (.extended, "ownerComp"): return [.operators(.whole)]
        case (.extended, _): return probableMethods(name, seenFrom: place.script)
        case (.whole, "op"), (.whole, "ops"), (.whole, "parent"), (.whole, "opex"):
            return [.operators(.finder(name))]
        case (.whole, "ext"): return [.operators(.finder("ext"))]
        case (.whole, "ThreadManager"): return [.external("td.ThreadManager")]
        case (.whole, "TDAsyncIO"): return [.external("td.TDAsyncIO")]
        default:
            // A promoted method of an extension, if only a few classes have one of that name.
            let methods =
                name.first?.isUppercase == true
                ? probableMethods(name, seenFrom: place.script) : []
            return methods.isEmpty ? [.operators(.part)] : methods
        }
    }

    /// Methods of that name, when few enough classes have one to guess: those of the script itself, or,
    /// of a name that is promoted, of any.
    private func probableMethods(_ name: String, seenFrom script: Script) -> Set<Value> {
        look(at: definitions)
        guard let all = methodsByName[name], !name.hasPrefix("__") else { return [] }
        let known =
            name.first?.isUppercase == true ? all : all.filter { $0.script === script }
        guard known.count <= 3 else { return [] }
        return Set(
            known.compactMap { function in
                function.owner.map { .method(of: .instance($0), function) }
            })
    }

    /// What the nearest class of the ancestry gives a name.
    func members(of type: ScriptClass, named name: String) -> Set<Value> {
        for ancestor in type.ancestry {
            look(at: ancestor)
            if let found = ancestor.members[name], !found.isEmpty { return found }
        }
        return []
    }

    /// What a loop over these values meets.
    func items(of values: Set<Value>) -> Set<Value> {
        look(at: contents)
        return values.reduce(into: []) { found, value in
            switch value {
            case .operators(.finder), .operators(.whole), .operators(.part):
                found.insert(.operators(.part))
            default:
                found.take(elements[value] ?? [])
                for items in (keyedElements[value] ?? [:]).values { found.take(items) }
            }
        }
    }

    /// What a subscript gives: of a dictionary with a key in quotes, what lies under that key.
    private func items(of values: Set<Value>, at index: Expression) -> Set<Value> {
        guard case .string(let key) = index.kind else { return items(of: values) }
        look(at: contents)
        return values.reduce(into: []) { found, value in
            guard case .collection = value else {
                found.take(items(of: [value]))
                return
            }
            found.take(elements[value] ?? [])
            found.take(keyedElements[value]?[key] ?? [])
        }
    }

    /// Puts values into a collection, under a key where it is written in quotes.
    func put(_ values: Set<Value>, into site: Expression, at index: Expression?) {
        guard !values.isEmpty else { return }
        if case .string(let key)? = index?.kind {
            add(
                values, to: &keyedElements[.collection(site), default: [:]][key, default: []],
                of: contents)
        } else {
            add(values, to: &elements[.collection(site), default: []], of: contents)
        }
    }

    /// What an annotation declares: objects of a class, or an operator.
    func instances(named annotation: Expression, at place: Place) -> Set<Value> {
        switch annotation.kind {
        case .string(let text):
            return OperatorNames.isOperatorType(text) ? [.operators(.whole)] : []
        case .binary(let left, "BitOr", let right):
            return instances(named: left, at: place).union(instances(named: right, at: place))
        case .subscripted(let generic, let index)
        where generic.dotted?.hasSuffix("Optional") == true:
            return instances(named: index, at: place)
        default: break
        }
        if let dotted = annotation.dotted {
            let name = dotted.split(separator: ".").last.map(String.init) ?? dotted
            if OperatorNames.isOperatorType(name) { return [.operators(.whole)] }
        }
        return evaluate(annotation, at: place).reduce(into: []) { found, value in
            switch value {
            case .type(let type): found.insert(.instance(type))
            case .external(let name) where ThreadAPI.isKnownType(name):
                found.insert(.made(.init(type: ThreadAPI.kind(ofMaker: name), site: annotation)))
            default: break
            }
        }
    }
}
