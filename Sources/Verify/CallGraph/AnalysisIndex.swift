/// What rules look up over and over in an analysis, gathered once.
final class AnalysisIndex {
    /// The calls of each function, in the order of the text.
    let calls: [ScriptFunction: [CallFact]]
    /// The calls by their expression.
    let callsByExpression: [ObjectIdentifier: CallFact]
    /// Every statement with the function and the script it stands in.
    let statements: [(Statement, ScriptFunction?, Script)]
    /// The assignments to an attribute `daemon`, and the calls that may set one.
    let daemonStatements: [(Statement, ScriptFunction?, Script)]
    let daemonCalls: [CallFact]
    /// The functions that the main thread runs inside a frame, with the callback that leads there.
    let frames: [ScriptFunction: ScriptFunction]
    /// The functions that the main thread may run, in a frame or outside.
    let onMain: Set<ScriptFunction>
    /// Where methods are named whose name begins with `_`, as attributes or in texts that are run later.
    private(set) lazy var mentions = Mentions.all(in: statements)
    /// Scripts that run outside TouchDesigner, as programs of their own.
    let programs: Set<Script>
    /// What expressions stand for, as far as somebody has asked.
    var values: [ObjectIdentifier: Set<Value>] = [:]
    /// Likewise for code that other threads run.
    var valuesOnThread: [ObjectIdentifier: Set<Value>] = [:]

    init(_ analysis: Analysis) {
        var calls: [ScriptFunction: [CallFact]] = [:]
        var callsByExpression: [ObjectIdentifier: CallFact] = [:]
        for call in analysis.calls {
            if let function = call.inside { calls[function, default: []].append(call) }
            callsByExpression[ObjectIdentifier(call.expression)] = call
        }
        self.calls = calls
        self.callsByExpression = callsByExpression
        statements = Self.statements(analysis)
        daemonStatements = statements.filter { statement, _, _ in
            guard case .assignment(let targets, _) = statement.kind else { return false }
            return targets.contains { target in
                if case .attribute(_, "daemon") = target.kind { return true }
                return false
            }
        }
        daemonCalls = analysis.calls.filter { ["setDaemon", "__init__"].contains($0.name) }
        frames = Self.frames(analysis)
        onMain = Self.onMain(analysis)
        programs = Self.programs(analysis, statements)
    }

    /// The scripts that can be run and have nothing of TouchDesigner's names.
    private static func programs(
        _ analysis: Analysis, _ statements: [(Statement, ScriptFunction?, Script)]
    ) -> Set<Script> {
        var found = Set(analysis.scripts.filter(\.hasMainGuard))
        guard !found.isEmpty else { return found }
        for (statement, function, script) in statements where found.contains(script) {
            let scope = function?.scope ?? script.scope
            let usesOperators = ExpressionWalk(statement.expressions).contains { expression in
                guard case .name(let name) = expression.kind else { return false }
                return OperatorNames.isName(name) && scope.lookUp(name) == nil
            }
            if usesOperators { found.remove(script) }
        }
        return found
    }

    private static func statements(
        _ analysis: Analysis
    ) -> [(Statement, ScriptFunction?, Script)] {
        var found: [(Statement, ScriptFunction?, Script)] = []
        for script in analysis.scripts {
            for statement in SyntaxWalk(script.body) { found.append((statement, nil, script)) }
        }
        for function in analysis.functions {
            for statement in SyntaxWalk(function.definition.body) {
                found.append((statement, function, function.script))
            }
        }
        return found
    }

    private static func frames(_ analysis: Analysis) -> [ScriptFunction: ScriptFunction] {
        var found: [ScriptFunction: ScriptFunction] = [:]
        var rest: [ScriptFunction] = []
        for function in analysis.functions where Callbacks.isCalledInFrames(function) {
            found[function] = function
            rest.append(function)
        }
        while let function = rest.popLast() {
            for callee in analysis.callees[function] ?? [] where found[callee] == nil {
                found[callee] = found[function]
                rest.append(callee)
            }
        }
        return found
    }

    /// What scripts call, what nobody calls and no thread is given, and all they call.
    private static func onMain(_ analysis: Analysis) -> Set<ScriptFunction> {
        let targets = Set(analysis.starts.flatMap(\.targets))
        var found = analysis.calledByScripts
        for function in analysis.functions
        where analysis.callers[function] == nil && !targets.contains(function) {
            found.insert(function)
        }
        var rest = Array(found)
        while let function = rest.popLast() {
            for callee in analysis.callees[function] ?? [] where found.insert(callee).inserted {
                rest.append(callee)
            }
        }
        return found
    }
}
