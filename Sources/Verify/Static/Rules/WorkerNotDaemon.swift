/// A thread that would keep the program from ending.
package enum WorkerNotDaemon: Rule {
    package static let id = "TH201"
    package static let name = "WorkerNotDaemon"
    package static let title = "a worker is no daemon"
    package static let severity = Severity.warning
    package static let help = "Make it a daemon before start(): Thread(…, daemon=True)."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard !analysis.index.programs.contains(call.script),
                let thread = ThreadObjects.made(by: call), !isDaemon(thread, call, analysis)
            else { return nil }
            let loops = analysis.starts.filter { $0.site === call.expression }
                .flatMap(\.targets).contains { Loops.runsForever($0) }
            let isWaitedFor = isJoined(thread, call, analysis)
            return finding(
                "This thread is no daemon, so the program cannot end before it does"
                    + (loops ? ", and it never does." : "."),
                at: call.expression.span, in: call.script,
                severity: loops ? .error : isWaitedFor ? .info : .warning,
                fix: isWaitedFor ? nil : fix(call))
        }
    }

    /// `daemon=True` behind the last argument; a Timer takes none.
    private static func fix(_ call: CallFact) -> Fix? {
        guard call.isCall(of: ["threading.Thread"]), call.argument("daemon") == nil,
            !call.arguments.contains(where: \.isUnpacked)
        else { return nil }
        if let last = call.arguments.last {
            return Fix(
                in: call.script, isSafe: false, [(last.value.span.end, ", daemon=True")])
        }
        let end = call.expression.span.end
        let inside = SourceSpan(
            line: end.line, column: end.column - 1, endLine: end.line, endColumn: end.column - 1)
        return Fix(in: call.script, isSafe: false, [(inside, "daemon=True")])
    }

    /// Whether the function that makes a thread also waits for its end.
    private static func isJoined(
        _ thread: Value, _ call: CallFact, _ analysis: Analysis
    ) -> Bool {
        analysis.calls.contains { join in
            guard join.name == "join", join.inside === call.inside, join.script === call.script,
                case .attribute(let owner, _) = join.function.kind
            else { return false }
            return analysis.values(of: owner, in: join.inside, of: join.script).contains(thread)
        }
    }

    private static func isDaemon(
        _ thread: Value, _ call: CallFact, _ analysis: Analysis
    ) -> Bool {
        if let daemon = call.argument("daemon") {
            if case .truth(let isDaemon) = daemon.kind { return isDaemon }
            return true
        }
        return ThreadObjects.daemonSettings(of: thread, analysis).contains { setting in
            if case .truth(false) = setting.kind { return false }
            return true
        }
    }
}
