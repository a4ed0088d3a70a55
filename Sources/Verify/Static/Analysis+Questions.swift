/// What rules ask of an analysis.
extension Analysis {
    /// What an expression of a function may stand for.
    func values(of expression: Expression, in function: ScriptFunction?, of script: Script) -> Set<
        Value
    > {
        evaluate(
            expression,
            at: Place(scope: function?.scope ?? script.scope, script: script, function: function))
    }

    /// The objects of one of these types that an expression may stand for.
    func made(
        _ types: Set<String>, by expression: Expression, in function: ScriptFunction?,
        of script: Script
    ) -> [Value.Made] {
        values(of: expression, in: function, of: script).compactMap { value in
            guard case .made(let made) = value, types.contains(made.type) else { return nil }
            return made
        }
    }

    /// How a thread comes to run a function, for messages.
    func notes(onStartOf function: ScriptFunction) -> [Finding.Note] {
        guard let start = offMain[function] else { return [] }
        guard let site = start.site else {
            let span = start.targets.first?.definition.span ?? function.definition.span
            return [
                .init(
                    text: "the class is a thread, which runs this",
                    location: SourceLocation(span.firstLine, of: start.script))
            ]
        }
        let target = start.targets.first.map { $0 === function ? "it" : $0.name } ?? "it"
        return [
            .init(
                text: "\(start.kind.rawValue) runs \(target)",
                location: SourceLocation(site.span, of: start.script))
        ]
    }

    /// The object an expression such as `self.queue` hangs on, as text, for comparing places.
    static func spelling(_ expression: Expression) -> String? { expression.dotted }

    /// The functions that the main thread runs inside a frame: callbacks, what a poll is named like,
    /// and all they call.
    var frameFunctions: [ScriptFunction: ScriptFunction] {
        var found: [ScriptFunction: ScriptFunction] = [:]
        var rest: [ScriptFunction] = []
        for function in functions where Callbacks.isCalledInFrames(function) {
            found[function] = function
            rest.append(function)
        }
        while let function = rest.popLast() {
            for callee in callees[function] ?? [] where found[callee] == nil {
                found[callee] = found[function]
                rest.append(callee)
            }
        }
        return found
    }

    /// The calls in a function, in the order of the text.
    func calls(in function: ScriptFunction) -> [CallFact] {
        calls.filter { $0.inside === function }
    }
}

extension SourceSpan {
    /// The first line of it, where it is longer.
    var firstLine: SourceSpan {
        endLine == line
            ? self : SourceSpan(line: line, column: column, endLine: line, endColumn: column + 1)
    }

    /// Whether it begins before another piece of the same text.
    func isBefore(_ other: SourceSpan) -> Bool {
        (line, column) < (other.line, other.column)
    }
}
