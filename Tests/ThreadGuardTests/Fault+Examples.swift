import ThreadGuard

extension Fault {
    /// A fault whose line is given, with everything else as in a usual run.
    static func example(
        _ source: String? = "    op('table1').appendRow(data)", columns: Range<Int>? = nil,
        access: Access = Access(
            operatorPath: "/project1/table1", member: "appendRow", kind: .call),
        rule: FaultRule = .operatorAccess, line: Int = 14, frame: Int = 31
    ) -> Fault {
        Fault(
            access: access, rule: rule, threadName: "Thread-1 (worker)", threadIdentifier: 77,
            startedAt: [
                StackEntry(
                    file: "fetch.py", line: 21, function: "start",
                    source: "    threading.Thread(target=worker).start()")
            ],
            startedFrame: 2,
            stack: [
                StackEntry(
                    file: "threading.py", line: 975, function: "run",
                    source: "    self._target(*self._args, **self._kwargs)"),
                StackEntry(
                    file: "fetch.py", line: line, function: "worker", source: source,
                    columns: columns),
            ],
            frame: frame, mainActivity: "running onFrameStart of /project1/execute1",
            mainStack: [
                StackEntry(file: "/project1/execute1", line: 3, function: "onFrameStart")
            ])
    }
}
