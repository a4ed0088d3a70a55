/// A module that is first imported by a thread.
package enum ImportInThread: Rule {
    package static let id = "TH604"
    package static let name = "ImportInThread"
    package static let title = "a thread imports a module that main may import too"
    package static let severity = Severity.info
    package static let help = "Import it at the top of the script, before the thread starts."

    package static func find(in analysis: Analysis) -> [Finding] {
        var early: Set<String> = []
        var late: Set<String> = []
        for (statement, function, _) in analysis.index.statements {
            if function == nil {
                early.formUnion(modules(of: statement))
            } else if let function, analysis.offMain[function] == nil {
                late.formUnion(modules(of: statement))
            }
        }
        return analysis.index.statements.compactMap { statement, function, script in
            guard let function, analysis.offMain[function] != nil,
                let module = modules(of: statement).first(where: {
                    !early.contains($0) && late.contains($0)
                })
            else { return nil }
            return finding(
                "\(function.name) imports \(module) on a thread; the main thread, which imports it "
                    + "too, waits until that is done.",
                at: statement.span, in: script, notes: analysis.notes(onStartOf: function))
        }
    }

    private static func modules(of statement: Statement) -> [String] {
        switch statement.kind {
        case .importModules(let names): names.map(\.name)
        case .importNames(let module, _, _): [module]
        default: []
        }
    }
}
