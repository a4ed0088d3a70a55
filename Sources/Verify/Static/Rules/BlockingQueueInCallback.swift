/// A frame that waits for a queue.
package enum BlockingQueueInCallback: Rule {
    package static let id = "TH301"
    package static let name = "BlockingQueueInCallback"
    package static let title = "a queue is waited for in a frame"
    package static let severity = Severity.error
    package static let help = "Use get_nowait() in a try, and except queue.Empty."

    package static func find(in analysis: Analysis) -> [Finding] {
        let frames = analysis.index.frames
        return analysis.calls.compactMap { call in
            guard let function = call.inside, let callback = frames[function],
                analysis.offMain[function] == nil, call.isCall(of: ["queue.get", "queue.join"]),
                !isWaitFree(call), !EmptyThenGet.isAnswered(call, analysis)
            else { return nil }
            let whose =
                callback === function
                ? "\(function.name) is" : "\(function.name) is called by \(callback.name),"
            return finding(
                "\(whose) called within a frame, and waits here until something is in the queue.",
                at: call.expression.span, in: call.script)
        }
    }

    private static func isWaitFree(_ call: CallFact) -> Bool {
        guard call.name == "get" else { return false }
        if let timeout = call.argument("timeout", at: 1), case .number(0) = timeout.kind {
            return true
        }
        guard let block = call.argument("block", at: 0) else { return false }
        switch block.kind {
        case .truth(false), .number(0): return true
        default: return false
        }
    }
}
