/// A thread that every re-initialisation starts again.
package enum ThreadStartedInInit: Rule {
    package static let id = "TH602"
    package static let name = "ThreadStartedInInit"
    package static let title = "a thread is started in __init__ or while a module loads"
    package static let severity = Severity.warning
    package static let help =
        "Start it in a method that is called once, and end it in onDestroyTD: an extension is made "
        + "anew whenever its text changes."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard call.name == "start", let function = call.inside,
                function.definition.name == "__init__", let owner = function.owner,
                owner.externalBases.isEmpty, analysis.isExtension(owner),
                case .attribute(let thread, _) = call.function.kind,
                analysis.values(of: thread, in: function, of: call.script).contains(
                    where: isThread),
                !owner.methods.contains(where: {
                    ["onDestroyTD", "__delTD__"].contains($0.definition.name)
                })
            else { return nil }
            return finding(
                "Each time \(owner.name) is made anew another thread is started, and nothing ends "
                    + "the one before.",
                at: call.expression.span, in: call.script)
        }
    }

    private static func isThread(_ value: Value) -> Bool {
        switch value {
        case .made(let made): ThreadAPI.threadClasses.contains(made.type)
        case .instance(let type): !type.externalBases.isDisjoint(with: ThreadAPI.threadClasses)
        default: false
        }
    }
}
