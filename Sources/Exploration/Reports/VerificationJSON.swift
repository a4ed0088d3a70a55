internal import Foundation

/// All that `verify` found, as one JSON object for programs.
package enum VerificationJSON {
    /// Writes it.
    ///
    /// - Parameters:
    ///   - components: What came of each exploration.
    ///   - check: The static check's own JSON.
    ///   - hasFailed: Whether anything was found, which may be in no exploration: by the static check, or a
    ///     script that cannot be read.
    ///   - exitCode: What the program ends with.
    /// - Returns: The text.
    package static func text(
        _ components: [ExplorationReport], check: String, hasFailed: Bool, exitCode: Int32
    ) -> String {
        let rules = (try? JSONSerialization.jsonObject(with: Data(check.utf8))) as? [String: Any]
        let outcome = hasFailed ? .failed : ExplorationReport.Outcome.worst(of: components)
        return text([
            "verdict": outcome.rawValue,
            "components": components.map(object),
            "findings": rules?["findings"] ?? [Any](),
            "problems": rules?["problems"] ?? [Any](),
            "exitCode": Int(exitCode),
        ])
    }

    /// Writes any object.
    static func text(_ object: [String: Any]) -> String {
        let data = try? JSONSerialization.data(
            withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private static func object(_ report: ExplorationReport) -> [String: Any] {
        [
            "name": report.name,
            "verdict": report.outcome.rawValue,
            "schedules": report.schedules,
            "different": report.different,
            "seconds": report.seconds,
            "proof": report.proof.map {
                [
                    "preemptions": $0.preemptions, "level": $0.level.rawValue,
                    "schedules": $0.schedules,
                ] as [String: Any]
            } ?? NSNull(),
            "reason": report.reason,
            "given": report.given,
            "defects": report.defects.map(object),
            "more": report.more,
            "scenarios": report.scenarios.map {
                [
                    "name": $0.name, "schedules": $0.schedules,
                    "preemptions": $0.exhausted ?? NSNull(),
                ]
                    as [String: Any]
            },
        ]
    }

    private static func object(_ report: DefectReport) -> [String: Any] {
        let defect = report.defect
        return [
            "kind": defect.kind.rawValue,
            "rule": defect.rule,
            "advice": defect.isAdvice,
            "reachable": report.isReachable,
            "sentence": defect.sentence,
            "help": defect.help,
            "scenario": report.scenario ?? NSNull(),
            "place": defect.place.map { place($0) } ?? NSNull(),
            "stacks": defect.stacks.map {
                ["title": $0.title, "calls": $0.calls] as [String: Any]
            },
            "preemptions": report.preemptions,
            "foundAfter": report.foundAfter ?? NSNull(),
            "reproduced": report.reproduced ?? NSNull(),
            "replay": report.replay ?? NSNull(),
            "steps": report.steps.map { step in
                place(step.place).merging([
                    "thread": step.name, "goesOn": step.goesOn, "skipped": step.skipped,
                ]) { $1 }
            },
        ]
    }

    private static func place(_ place: Defect.Place) -> [String: Any] {
        ["file": place.file, "line": place.line, "source": place.source]
    }
}
