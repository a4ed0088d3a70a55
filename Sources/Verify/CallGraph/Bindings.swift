/// The names that a function gives values.
struct Bindings {
    /// What a name is given, for names that get one value in one place.
    private(set) var single: [String: Expression] = [:]
    /// Every name that is given a value, but for parameters.
    private(set) var names: Set<String> = []

    init(of function: FunctionDefinition) {
        for statement in SyntaxWalk(function.body) { read(statement) }
        for expression in function.expressions {
            if case .named(let target, _) = expression.kind { bind(target, to: nil) }
        }
    }

    private mutating func read(_ statement: Statement) {
        switch statement.kind {
        case .assignment(let targets, let value):
            for target in targets { bind(target, to: value) }
        case .annotated(let target, _, let value): if let value { bind(target, to: value) }
        case .augmented(let target, _, _), .forLoop(let target, _, _, _): bind(target, to: nil)
        case .with(let managers, _):
            for manager in managers { if let target = manager.target { bind(target, to: nil) } }
        case .attempt(_, let handlers, _, _):
            for handler in handlers { if let name = handler.name { bind(name, to: nil) } }
        case .deletion(let targets): for target in targets { bind(target, to: nil) }
        case .importModules(let names), .importNames(_, _, let names):
            for name in names { bind(name.alias ?? name.name, to: nil) }
        case .global(let all), .nonlocal(let all): for name in all { bind(name, to: nil) }
        case .type(let type): bind(type.name, to: nil)
        case .function(let inner):
            bind(inner.name, to: nil)
            for statement in SyntaxWalk(inner.body) {
                if case .nonlocal(let all) = statement.kind {
                    for name in all { bind(name, to: nil) }
                }
            }
        default: break
        }
    }

    private mutating func bind(_ target: Expression, to value: Expression?) {
        switch target.kind {
        case .name(let name): bind(name, to: value)
        case .collection(_, let items): for item in items { bind(item, to: nil) }
        case .starred(let inner): bind(inner, to: nil)
        default: break
        }
    }

    private mutating func bind(_ name: String, to value: Expression?) {
        single[name] = names.insert(name).inserted ? value : nil
    }
}
