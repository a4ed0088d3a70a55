/// The thread objects of a project: where they are made, and what is set on them.
enum ThreadObjects {
    /// The thread that a call makes, nil when it makes none.
    static func made(by call: CallFact) -> Value? {
        for callee in call.callees {
            switch callee {
            case .external("threading.Thread"), .external("threading.Timer"):
                guard case .external(let name) = callee else { continue }
                return .made(.init(type: name, site: call.expression))
            case .type(let type) where !type.externalBases.isDisjoint(with: ThreadAPI.threadClasses):
                return .instance(type)
            default: continue
            }
        }
        return nil
    }

    /// The values that `daemon` of a thread is given, by assignment, `setDaemon` or in its class.
    static func daemonSettings(of thread: Value, _ analysis: Analysis) -> [Expression] {
        var found: [Expression] = []
        for (statement, function, script) in analysis.index.daemonStatements {
            if case .assignment(let targets, let value) = statement.kind {
                for target in targets {
                    guard case .attribute(let owner, "daemon") = target.kind,
                        analysis.values(of: owner, in: function, of: script).contains(thread)
                    else { continue }
                    found.append(value)
                }
            }
        }
        for call in analysis.index.daemonCalls {
            switch call.name {
            case "setDaemon":
                guard case .attribute(let owner, _) = call.function.kind,
                    analysis.values(of: owner, in: call.inside, of: call.script).contains(thread)
                else { continue }
                found += call.arguments.first.map { [$0.value] } ?? []
            case "__init__":
                // `super().__init__(daemon=True)` in the class of the thread.
                guard case .instance(let type) = thread,
                    let owner = call.inside?.owner, type.ancestry.contains(owner)
                else { continue }
                found += call.argument("daemon").map { [$0] } ?? []
            default: continue
            }
        }
        return found
    }
}
