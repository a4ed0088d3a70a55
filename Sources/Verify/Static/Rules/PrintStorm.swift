/// A worker that prints in a loop.
package enum PrintStorm: Rule {
    package static let id = "TH605"
    package static let name = "PrintStorm"
    package static let title = "a thread prints in a loop"
    package static let severity = Severity.info
    package static let help =
        "Put the line into a queue, and let the function that polls it print a few a frame."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.isCall(of: ["builtins.print"]), let function = call.inside,
                analysis.offMain[function] != nil,
                Loops.repeated(in: function).contains(where: { statement in
                    ExpressionWalk(statement.expressions).contains { $0 === call.expression }
                })
            else { return nil }
            return finding(
                "\(function.name) prints from a thread in each round of its loop, and the textport is "
                    + "the main thread's.",
                at: call.expression.span, in: call.script,
                notes: analysis.notes(onStartOf: function))
        }
    }
}
