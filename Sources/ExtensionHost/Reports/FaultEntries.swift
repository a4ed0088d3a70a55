internal import ThreadGuard

/// The faults of a log as plain values.
nonisolated enum FaultEntries {
    static func entries(_ log: FaultLog) -> [RunSummary.Fault] {
        log.snapshot.records.map { record in
            let fault = record.fault
            return RunSummary.Fault(
                rule: fault.rule.rawValue, severity: fault.severity.rawValue,
                path: fault.access.operatorPath, member: fault.access.member,
                kind: fault.access.kind.rawValue, thread: fault.threadName,
                place: place(fault.stack.last), startedAt: place(fault.startedAt.last),
                frame: fault.frame, mainActivity: fault.mainActivity, count: record.count)
        }
    }

    static func place(_ entry: StackEntry?) -> RunSummary.Place? {
        entry.map { RunSummary.Place(file: $0.file, line: $0.line) }
    }
}
