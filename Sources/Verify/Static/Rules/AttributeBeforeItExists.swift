/// An attribute that is read before anything made it.
package enum AttributeBeforeItExists: Rule {
    package static let id = "TH601"
    package static let name = "AttributeBeforeItExists"
    package static let title = "an attribute may not exist yet"
    package static let severity = Severity.error
    package static let help = "Set it in __init__, so that it is there whoever comes first."

    package static func find(in analysis: Analysis) -> [Finding] {
        let threaded = Set(analysis.starts.flatMap { $0.targets.compactMap(\.owner) })
            .union(analysis.starts.compactMap { $0.inside?.owner })
        return analysis.classes.filter { threaded.contains($0) && isClosed($0) }.flatMap {
            missing(in: $0, analysis) + late(in: $0, analysis) + onlyNone(in: $0, analysis)
        }
    }

    /// Whether all that may set its attributes is in sight.
    private static func isClosed(_ type: ScriptClass) -> Bool {
        type.externalBases.isSubset(of: ThreadAPI.threadClasses.union(["builtins.object"]))
            && !type.ancestry.contains { ancestor in
                ["__getattr__", "__getattribute__", "__setattr__"].contains {
                    ancestor.members[$0] != nil
                }
            }
            && !type.methods.contains { method in
                method.definition.expressions.contains { $0.dotted == "self.__dict__" }
            }
    }

    private struct Access {
        let name: String
        let expression: Expression
        let method: ScriptFunction
    }

    private static func accesses(of type: ScriptClass) -> (reads: [Access], writes: [Access]) {
        var reads: [Access] = []
        var writes: [Access] = []
        for method in type.ancestry.flatMap(\.methods) where !method.isStatic {
            guard let receiver = method.definition.parameters.first?.name else { continue }
            let statements = statements(of: method.definition)
            let asked = askedFor(by: statements, receiver)
            var targets: Set<ObjectIdentifier> = []
            for statement in statements {
                for target in assigned(by: statement) { targets.insert(ObjectIdentifier(target)) }
            }
            for expression in ExpressionWalk(statements.flatMap(\.expressions)) {
                guard case .attribute(let owner, let name) = expression.kind,
                    owner.dotted == receiver,
                    targets.contains(ObjectIdentifier(expression)) || !asked.contains(name)
                else { continue }
                let access = Access(name: name, expression: expression, method: method)
                if targets.contains(ObjectIdentifier(expression)) {
                    writes.append(access)
                } else {
                    reads.append(access)
                }
            }
        }
        return (reads, writes)
    }

    /// The statements of a method, and of the functions inside that see its first parameter.
    private static func statements(of definition: FunctionDefinition) -> [Statement] {
        SyntaxWalk(definition.body).flatMap { statement -> [Statement] in
            guard case .function(let inner) = statement.kind,
                !inner.parameters.contains(where: { $0.name == definition.parameters.first?.name })
            else { return [statement] }
            return [statement] + statements(of: inner)
        }
    }

    /// The attributes that a method does not count on: it asks `hasattr`, or `getattr` with a default.
    private static func askedFor(by statements: [Statement], _ receiver: String) -> Set<String> {
        var names: Set<String> = []
        for expression in ExpressionWalk(statements.flatMap(\.expressions)) {
            guard case .call(let function, let arguments) = expression.kind,
                let asker = function.dotted, asker == "hasattr" || asker == "getattr",
                arguments.count == (asker == "hasattr" ? 2 : 3),
                arguments[0].value.dotted == receiver,
                case .string(let name) = arguments[1].value.kind
            else { continue }
            names.insert(name)
        }
        return names
    }

    private static func assigned(by statement: Statement) -> [Expression] {
        let targets: [Expression] =
            switch statement.kind {
            case .assignment(let targets, _): targets
            case .annotated(let target, _, let value): value == nil ? [] : [target]
            case .forLoop(let target, _, _, _): [target]
            case .with(let managers, _): managers.compactMap(\.target)
            default: []
            }
        return targets.flatMap { target -> [Expression] in
            if case .collection(_, let items) = target.kind { return items }
            return [target]
        }
    }

    private static func missing(in type: ScriptClass, _ analysis: Analysis) -> [Finding] {
        let (reads, writes) = accesses(of: type)
        let known = Set(writes.map(\.name)).union(type.ancestry.flatMap { $0.members.keys })
            .union(threadMembers(type))
        var told: Set<String> = []
        return reads.compactMap { read in
            guard !known.contains(read.name), !read.name.hasPrefix("__"),
                analysis.madeOutside(read.name, of: type) == false,
                told.insert(read.name).inserted
            else { return nil }
            return finding(
                "Nothing ever sets self.\(read.name), so this raises AttributeError.",
                at: read.expression.span, in: read.method.script,
                help: "Set self.\(read.name) in __init__.")
        }
    }

    /// The methods that run before all others.
    private static let initializers: Set = [
        "__init__", "__new__", "__enter__", "setUp", "setup_method", "setUpClass", "onInitTD",
    ]

    /// Attributes that only some method makes, and that others ask for.
    private static func late(in type: ScriptClass, _ analysis: Analysis) -> [Finding] {
        let (reads, writes) = accesses(of: type)
        let early = Set(
            writes.filter { initializers.contains($0.method.definition.name) }.map(\.name)
        )
        .union(type.ancestry.flatMap { $0.members.keys })
        .union(helpers(of: type, writes))
        var told: Set<String> = []
        return writes.compactMap { write in
            guard !early.contains(write.name), told.insert(write.name).inserted,
                mayBeAskedFor(write, reads, writes, analysis)
            else { return nil }
            return finding(
                "self.\(write.name) does not exist before \(write.method.definition.name) has come to "
                    + "this line; whoever asks earlier gets an AttributeError.",
                at: write.expression.span, in: write.method.script, severity: .warning,
                help: "Set self.\(write.name) in __init__.")
        }
    }

    /// Whether somebody may ask before it is set: another method than the one that sets it and the
    /// threads which that one starts, or, if no method does, those for whom it is public.
    private static func mayBeAskedFor(
        _ write: Access, _ reads: [Access], _ writes: [Access], _ analysis: Analysis
    ) -> Bool {
        let readers = reads.filter { $0.name == write.name }.map(\.method)
        if readers.isEmpty {
            return !write.name.hasPrefix("_") && Callbacks.isCalledInFrames(write.method)
        }
        let started = analysis.starts.filter { $0.inside === write.method }.flatMap(\.targets)
        let others = Set(readers).filter { $0 !== write.method && !started.contains($0) }
        return !others.isEmpty
            && !Sequel(
                after: writes.filter { $0.name == write.name }.map {
                    ($0.method, $0.expression.span)
                }, analysis
            ).covers(others)
    }

    /// What methods set that `__init__` calls.
    private static func helpers(of type: ScriptClass, _ writes: [Access]) -> Set<String> {
        guard
            let initializer = type.ancestry.flatMap(\.methods).first(where: {
                $0.definition.name == "__init__"
            })
        else { return [] }
        let called = Set(initializer.definition.expressions.compactMap(\.dotted))
        return Set(
            writes.filter { called.contains("self.\($0.method.definition.name)") }.map(\.name))
    }

    /// Attributes that never are anything but None, though a method needs them to be.
    private static func onlyNone(in type: ScriptClass, _ analysis: Analysis) -> [Finding] {
        var values: [String: [Expression]] = [:]
        for method in type.ancestry.flatMap(\.methods) {
            for statement in statements(of: method.definition) {
                guard case .assignment(let targets, let value) = statement.kind else { continue }
                for target in targets {
                    guard case .attribute(let owner, let name) = target.kind, owner.dotted == "self"
                    else { continue }
                    values[name, default: []].append(value)
                }
            }
        }
        let (reads, writes) = accesses(of: type)
        return values.keys.sorted().compactMap { name in
            guard let assigned = values[name],
                assigned.allSatisfy({ if case .none = $0.kind { true } else { false } }),
                writes.filter({ $0.name == name }).count == assigned.count,
                let read = reads.first(where: { $0.name == name }),
                !analysis.isSetFromOutside(name)
            else { return nil }
            return finding(
                "self.\(name) is never anything but None, so what depends on it never happens.",
                at: read.expression.span, in: read.method.script, severity: .warning,
                help: "Set self.\(name) where the thing it stands for is made.")
        }
    }

    private static func threadMembers(_ type: ScriptClass) -> Set<String> {
        type.externalBases.isEmpty
            ? []
            : [
                "name", "daemon", "ident", "native_id", "start", "join", "is_alive", "run",
                "setDaemon", "isDaemon", "getName", "setName", "cancel", "finished", "interval",
            ]
    }
}

extension Analysis {
    /// Whether some object's attribute of that name is set by other means than `self`.
    func isSetFromOutside(_ name: String) -> Bool {
        index.statements.contains { statement, _, _ in
            guard case .assignment(let targets, _) = statement.kind else { return false }
            return targets.contains { target in
                guard case .attribute(let owner, name) = target.kind else { return false }
                return owner.dotted != "self"
            }
        }
    }

    /// Whether code outside a class sets an attribute of its objects.
    func madeOutside(_ name: String, of type: ScriptClass) -> Bool {
        type.ancestry.contains { $0.attributes[name] != nil }
            || calls.contains { call in
                guard call.name == "setattr" || call.name == "createProperty",
                    call.arguments.count > 1
                else { return false }
                if case .string(let text) = call.arguments[1].value.kind { return text == name }
                return true
            }
    }
}
