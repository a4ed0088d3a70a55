/// What of a function's code can run, for what is known of its parameters on other threads.
struct LiveCode {
    /// The expressions that no thread comes to.
    private(set) var dead: Set<ObjectIdentifier> = []
    /// Whether a branch asks for the main thread, so that the function does right on any.
    private(set) var asksForMain = false

    private let bindings: Bindings
    private let parameters: (String) -> KnownValue
    private let answers: (Expression) -> Bool?

    /// Reads a function.
    ///
    /// - Parameters:
    ///   - function: The function.
    ///   - bindings: The names that it gives values.
    ///   - parameters: What is known of a name that the function gives no value.
    ///   - answers: What a call answers whose only work it is to ask for the main thread.
    init(
        of function: FunctionDefinition, _ bindings: Bindings,
        parameters: @escaping (String) -> KnownValue, answers: @escaping (Expression) -> Bool?
    ) {
        self.bindings = bindings
        self.parameters = parameters
        self.answers = answers
        _ = read(function.body)
    }

    /// What is known of an expression's value.
    func known(_ expression: Expression, depth: Int = 0) -> KnownValue {
        switch expression.kind {
        case .none: return .none
        case .truth(let value): return .truth(value)
        case .string, .number, .formatted, .collection, .dictionary, .lambda, .comprehension:
            return .something
        case .name(let name):
            guard bindings.names.contains(name) else { return parameters(name) }
            guard depth < 4, let value = bindings.single[name] else { return .unknown }
            if let answer = truth(value, depth: depth + 1) { return .truth(answer) }
            return .unknown
        case .comparison, .unary, .boolean, .call:
            return truth(expression, depth: depth).map { .truth($0) } ?? .unknown
        default: return .unknown
        }
    }

    /// Whether a test is passed, nil when that may be.
    private func truth(_ test: Expression, depth: Int = 0) -> Bool? {
        switch test.kind {
        case .unary("Not", let inner): return truth(inner, depth: depth).map { !$0 }
        case .boolean("And", let parts):
            let answers = parts.map { truth($0, depth: depth) }
            return answers.contains(false) ? false : answers.contains(nil) ? nil : true
        case .boolean("Or", let parts):
            let answers = parts.map { truth($0, depth: depth) }
            return answers.contains(true) ? true : answers.contains(nil) ? nil : false
        case .comparison(let left, let rest):
            guard rest.count == 1, let (operation, right) = rest.first else { return nil }
            if let answer = MainThreadQuestion.answer(left, operation, right) { return answer }
            guard case .none = right.kind, let isNone = known(left, depth: depth).isNone else {
                return nil
            }
            switch operation {
            case "Is", "Eq": return isNone
            case "IsNot", "NotEq": return !isNone
            default: return nil
            }
        case .attribute(_, "isMainThread"): return false
        case .call: return answers(test)
        case .boolean, .unary: return nil
        default: return known(test, depth: depth).isTrue
        }
    }

    /// Reads a block.
    ///
    /// - Returns: Whether what stands behind it is never come to.
    private mutating func read(_ block: [Statement]) -> Bool {
        for (index, statement) in block.enumerated() {
            for expression in statement.expressions { prune(expression) }
            if leaves(statement) {
                bury(block[(index + 1)...])
                return true
            }
        }
        return false
    }

    private mutating func leaves(_ statement: Statement) -> Bool {
        switch statement.kind {
        case .returned, .raised, .leaveLoop, .nextRound: return true
        case .assertion(let test, _): return truth(test) == false
        case .branch(let test, let body, let otherwise):
            guard let answer = truth(test) else {
                let leavesBody = read(body)
                return read(otherwise) && leavesBody
            }
            asksForMain = asksForMain || asks(test)
            bury(answer ? otherwise[...] : body[...])
            return read(answer ? body : otherwise)
        case .with(_, let body): return read(body)
        case .whileLoop(let test, let body, let otherwise):
            if truth(test) == false { bury(body[...]) } else { _ = read(body) }
            _ = read(otherwise)
            return false
        default:
            for block in statement.blocks { _ = read(block) }
            return false
        }
    }

    /// Whether a test asks for more than what parameters are.
    private func asks(_ test: Expression) -> Bool {
        ExpressionWalk([test]).contains { part in
            switch part.kind {
            case .name(let name): bindings.single[name] != nil
            case .none, .comparison, .unary, .boolean, .truth: false
            default: true
            }
        }
    }

    /// Finds what inside an expression is not come to: behind an `and`, an `or`, an `if`.
    private mutating func prune(_ expression: Expression) {
        switch expression.kind {
        case .boolean(let operation, let parts):
            let end = operation == "And" ? false : true
            if let last = parts.firstIndex(where: { truth($0) == end }) {
                bury(Array(parts[(last + 1)...]))
                for part in parts[...last] { prune(part) }
            } else {
                for part in parts { prune(part) }
            }
        case .conditional(let test, let body, let otherwise):
            prune(test)
            switch truth(test) {
            case true?: bury([otherwise])
            case false?: bury([body])
            case nil: break
            }
            prune(body)
            prune(otherwise)
        default: for part in expression.parts { prune(part) }
        }
    }

    private mutating func bury(_ block: ArraySlice<Statement>) {
        bury(SyntaxWalk(Array(block)).flatMap(\.expressions))
    }

    private mutating func bury(_ expressions: [Expression]) {
        for expression in ExpressionWalk(expressions) { dead.insert(ObjectIdentifier(expression)) }
    }
}
