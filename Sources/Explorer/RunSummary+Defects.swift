internal import Exploration
internal import ExtensionHost

extension RunSummary {
    /// The exceptions and the accesses off the main thread.
    func defects(_ project: ExploredProject) -> [Defect] {
        let raised = failures.filter { !$0.isBroughtAbout }.map { failure in
            project.written.brokenClaim(failure)
                ?? Defect(
                    .exception, "\(failure.message), in \(failure.activity) of \(failure.source).",
                    // What is no operator, by its path, is a thread, by its name.
                    rule: DefectRule.exception(
                        failure.message, isInThread: !failure.source.hasPrefix("/")),
                    place: failure.place.map {
                        Defect.Place(file: $0.file, line: $0.line, source: "")
                    })
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

    /// The threads and programs that outlive the extension that started them, and the programs that outlive
    /// the project; of threads that do, `StandingThreads` knows more.
    func survivors(_ project: ExploredProject) -> [Defect] {
        let threads = threads.filter(\.isAlive).compactMap { thread in
            fate(thread.owner, thread.ownerEndedFrame).map { fate in
                Defect(
                    .survivor, "\(thread.name) goes on, \(fate).",
                    place: thread.startedAt.map { project.place($0.file, $0.line) },
                    help: "Tell it to end in onDestroyTD, and wait for that a little.")
            }
        }
        let children = children.filter { !$0.isDetached }.map { child in
            Defect(
                .survivor,
                "The program '\(child.command)' goes on, "
                    + (fate(child.owner, child.ownerEndedFrame) ?? "though the project has ended")
                    + ".", rule: "TH209",
                place: child.startedAt.map { project.place($0.file, $0.line) },
                help: "End it in onDestroyTD: terminate(), then wait(). One that is to go on is "
                    + "started with start_new_session=True.")
        }
        return threads + children
    }

    /// What became of an owner so long ago that what it started could have ended since.
    private func fate(_ owner: String?, _ frame: Int?) -> String? {
        guard let owner, let frame, Double(frames - frame) >= Self.grace * rate else { return nil }
        return "though \(owner), which started it, was torn down in frame \(frame)"
    }

    /// What has not ended so long after its extension did is left behind.
    ///
    /// - Units: seconds
    private static let grace = 0.5
}

extension RunSummary.Failure {
    /// Whether a scenario is its cause and the caller has heard of it; in a thread nobody does.
    fileprivate var isBroughtAbout: Bool {
        source.hasPrefix("/") && message.contains("by whoever `verify` lets have it")
    }
}
