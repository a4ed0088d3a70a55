internal import Exploration
internal import ExtensionHost

extension RunSummary {
    /// The exceptions and the accesses off the main thread.
    func defects(_ project: ExploredProject) -> [Defect] {
        let raised = failures.map { failure in
            Defect(
                .exception, "\(failure.message), in \(failure.activity) of \(failure.source).",
                // What is no operator, by its path, is a thread, by its name.
                rule: DefectRule.exception(
                    failure.message, isInThread: !failure.source.hasPrefix("/")),
                place: failure.place.map { Defect.Place(file: $0.file, line: $0.line, source: "") })
        }
        let refused = faults.filter { $0.severity == "fault" }.map { fault in
            let what = fault.path.isEmpty ? fault.member : "\(fault.path) .\(fault.member)"
            return Defect(
                .operatorOffMain, "\(fault.thread) touches \(what) (\(fault.kind)).",
                rule: DefectRule.access(fault.rule, isRead: fault.kind == "read"),
                place: fault.place.map { Defect.Place(file: $0.file, line: $0.line, source: "") },
                help: "Put the value into a queue, and let the main thread take it in a frame.")
        }
        return raised + refused
    }
}
