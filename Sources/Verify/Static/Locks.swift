/// Where locks are held, and which code runs meanwhile.
final class Locks {
    /// Code that runs while a lock is held: the body of a `with`, or what stands between `acquire()`
    /// and `release()`.
    struct Region {
        let lock: Value.Made
        /// The lock as the code writes it, such as `self.lock`.
        let spelling: String
        let function: ScriptFunction
        /// Where the lock is taken.
        let site: Expression
        /// Whether it is given up after a time, or not waited for at all.
        let isBounded: Bool
        /// Every expression inside.
        let expressions: Set<ObjectIdentifier>

        /// Whether an expression is evaluated while the lock is held.
        func contains(_ expression: Expression) -> Bool {
            expressions.contains(ObjectIdentifier(expression))
        }
    }

    /// The regions of each function.
    let regions: [ScriptFunction: [Region]]
    private let held: Set<ObjectIdentifier>

    private static let types: Set = [
        "threading.Lock", "threading.RLock", "threading.Condition", "threading.Semaphore",
        "threading.BoundedSemaphore",
    ]

    init(_ analysis: Analysis) {
        var regions: [ScriptFunction: [Region]] = [:]
        var held: Set<ObjectIdentifier> = []
        for function in analysis.functions {
            let found =
                Self.managed(in: function, analysis) + Self.acquired(in: function, analysis)
            if !found.isEmpty { regions[function] = found }
            for region in found { held.formUnion(region.expressions) }
            held.formUnion(Self.namedLocks(in: function))
            if function.definition.name.hasSuffix("_locked") {
                // By its name it is called with the lock held.
                held.formUnion(function.definition.expressions.map { ObjectIdentifier($0) })
            }
        }
        self.regions = regions
        self.held = Self.spread(held, analysis)
    }

    /// Whether a statement runs while some lock is held, by its function or by all that call it.
    func covers(_ statement: Statement) -> Bool {
        let own = statement.expressions
        return !own.isEmpty && own.allSatisfy { held.contains(ObjectIdentifier($0)) }
    }

    /// Whether an expression is evaluated while some lock is held.
    func covers(_ expression: Expression) -> Bool { held.contains(ObjectIdentifier(expression)) }

    /// The one lock that an expression stands for; a condition stands for the lock it was given.
    static func lock(
        _ expression: Expression, in function: ScriptFunction?, _ analysis: Analysis,
        _ script: Script
    ) -> Value.Made? {
        let locks = analysis.made(types, by: expression, in: function, of: script)
        guard locks.count == 1, let lock = locks.first else { return nil }
        guard lock.type == "threading.Condition",
            let maker = analysis.index.callsByExpression[ObjectIdentifier(lock.site)],
            let given = maker.argument("lock", at: 0)
        else { return lock }
        return analysis.made(types, by: given, in: maker.inside, of: maker.script).first ?? lock
    }

    private static func managed(
        in function: ScriptFunction, _ analysis: Analysis
    ) -> [Region] {
        SyntaxWalk(function.definition.body).flatMap { statement -> [Region] in
            guard case .with(let managers, let body) = statement.kind else { return [] }
            return managers.indices.compactMap { position in
                let site = managers[position].value
                guard let spelling = site.dotted,
                    let lock = lock(site, in: function, analysis, function.script)
                else { return nil }
                let inside =
                    managers[(position + 1)...].map(\.value)
                    + SyntaxWalk(body).flatMap(\.expressions)
                return Region(
                    lock: lock, spelling: spelling, function: function, site: site,
                    isBounded: false,
                    expressions: Set(ExpressionWalk(inside).map { ObjectIdentifier($0) }))
            }
        }
    }

    private static func acquired(
        in function: ScriptFunction, _ analysis: Analysis
    ) -> [Region] {
        let calls = analysis.calls(in: function)
        return calls.filter { $0.name == "acquire" }.compactMap { call in
            guard case .attribute(let owner, _) = call.function.kind, let spelling = owner.dotted,
                let lock = lock(owner, in: function, analysis, function.script),
                let release = calls.last(where: { $0.function.dotted == "\(spelling).release" }),
                call.expression.span.isBefore(release.expression.span)
            else { return nil }
            let inside = SyntaxWalk(function.definition.body).flatMap(\.expressions).filter {
                call.expression.span.isBefore($0.span)
                    && $0.span.isBefore(release.expression.span)
            }
            return Region(
                lock: lock, spelling: spelling, function: function, site: call.expression,
                isBounded: !call.arguments.isEmpty,
                expressions: Set(ExpressionWalk(inside).map { ObjectIdentifier($0) }))
        }
    }

    /// What stands inside a `with` whose manager is called like a lock, wherever it comes from.
    private static func namedLocks(in function: ScriptFunction) -> [ObjectIdentifier] {
        SyntaxWalk(function.definition.body).flatMap { statement -> [ObjectIdentifier] in
            guard case .with(let managers, let body) = statement.kind,
                managers.contains(where: { isNamedLikeLock($0.value) })
            else { return [] }
            return ExpressionWalk(SyntaxWalk(body).flatMap(\.expressions)).map {
                ObjectIdentifier($0)
            }
        }
    }

    private static func isNamedLikeLock(_ expression: Expression) -> Bool {
        guard let name = expression.dotted?.split(separator: ".").last?.lowercased() else {
            return false
        }
        return ["lock", "mutex", "cond", "guard", "sem"].contains { name.contains($0) }
    }

    /// Adds the bodies of functions that are called with a lock held, and only so.
    private static func spread(
        _ held: Set<ObjectIdentifier>, _ analysis: Analysis
    ) -> Set<ObjectIdentifier> {
        guard !held.isEmpty else { return held }
        var held = held
        var sites: [ScriptFunction: [Expression]] = [:]
        for call in analysis.calls {
            for callee in call.callees.compactMap(\.callee) {
                sites[callee, default: []].append(call.expression)
            }
        }
        let targets = Set(analysis.starts.flatMap(\.targets))
        var rest = sites.filter { !targets.contains($0.key) }
        while let (function, _) = rest.first(where: { _, sites in
            sites.allSatisfy { held.contains(ObjectIdentifier($0)) }
        }) {
            rest[function] = nil
            for expression in function.definition.expressions {
                held.insert(ObjectIdentifier(expression))
            }
        }
        return held
    }
}
