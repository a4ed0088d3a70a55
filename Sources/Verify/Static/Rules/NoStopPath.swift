/// A worker that nothing can end.
package enum NoStopPath: Rule {
    package static let id = "TH204"
    package static let name = "NoStopPath"
    package static let title = "a worker has no way to end"
    package static let severity = Severity.warning
    package static let help =
        "Loop while not self.stop.is_set(), and set the event in onDestroyTD and at the end."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.functions.compactMap { function in
            guard analysis.starts.contains(where: { $0.targets.contains(function) }),
                Loops.runsForever(function), !analysis.index.programs.contains(function.script)
            else { return nil }
            return finding(
                "\(function.name) loops for ever, so a re-initialised extension leaves it behind.",
                at: function.definition.span.firstLine, in: function.script,
                notes: analysis.notes(onStartOf: function))
        }
    }
}
