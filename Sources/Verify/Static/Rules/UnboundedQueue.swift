/// A queue that grows as long as the worker is faster than the frames.
package enum UnboundedQueue: Rule {
    package static let id = "TH402"
    package static let name = "UnboundedQueue"
    package static let title = "an endless worker fills a queue without a limit"
    package static let severity = Severity.warning
    package static let help =
        "Give it a limit, Queue(maxsize=…), and decide in the worker what to drop when it is full."

    package static func find(in analysis: Analysis) -> [Finding] {
        QueueFlow(analysis).flooded.compactMap { queue, put -> Finding? in
            guard !QueueFlow.isBounded(queue), let function = put.inside,
                QueueFlow.isWithoutEnd(put),
                let script = analysis.calls.first(where: { $0.expression === queue.site })?.script
            else { return nil }
            return finding(
                "\(function.name) puts into this queue without end, and nothing limits it.",
                at: queue.site.span, in: script,
                notes: [
                    .init(
                        text: "it is filled here",
                        location: SourceLocation(put.expression.span, of: put.script))
                ])
        }.sorted { ($0.location.file, $0.location.line) < ($1.location.file, $1.location.line) }
    }
}
