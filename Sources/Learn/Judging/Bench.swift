internal import Exploration
internal import Foundation

/// The stages of judging one answer, each a child of our own program.
struct Bench {
    let program: String
    let lesson: LessonDocument
    let folder: AnswerFolder

    /// How many orders of threads are tried at most, as what is proved must not depend on the machine.
    ///
    /// The course's dearest answer has 430.
    private static let mostSchedules = 2500
    /// When that is given up all the same.
    ///
    /// - Units: seconds of real time
    private static let explorationTime = 300.0
    /// How long processors may work for it.
    ///
    /// - Units: seconds
    private static let explorationWork = 120.0

    /// Looks at the answer with the static rules.
    func check(into judgement: inout Judgement, patience: Double) throws {
        var words = ["check", folder.answer, "--format", "json"]
        if !lesson.ignoredRules.isEmpty {
            words += ["--ignore", lesson.ignoredRules.joined(separator: ",")]
        }
        guard let outcome: CheckOutcome = try report(words, patience, into: &judgement) else {
            return
        }
        judgement.failures += outcome.failures
    }

    /// Runs the answer once, on virtual time.
    func run(into judgement: inout Judgement, patience: Double) throws {
        var words = [
            "run", folder.target, "--format", "json", "--clock", "virtual",
            "--frames", "\(lesson.frames)",
        ]
        for call in lesson.calls { words += ["--call", call] }
        for value in Set(lesson.expectations.map(\.value)) { words += ["--print", value] }
        guard let outcome: RunOutcome = try report(words, patience, into: &judgement) else {
            return
        }
        judgement.failures += outcome.failures(of: lesson)
    }

    /// Runs the answer with its threads in all orders up to the lesson's bound.
    ///
    /// - Parameters:
    ///   - judgement: What it comes to.
    ///   - wanted: Kinds of defects that are enough, once all of them are found; none looks for all.
    /// - Throws: What keeps the program from being started.
    func prove(into judgement: inout Judgement, until wanted: [Defect.Kind]) throws {
        let proof = lesson.proof ?? .init(preemptions: 1, level: "reachable")
        var words = [
            "verify", folder.target, "--format", "json", "--level", proof.level,
            "--preemptions", "\(proof.preemptions)", "--frames", "\(lesson.frames)",
            "--seconds", "\(Self.explorationTime)", "--schedules", "\(Self.mostSchedules)",
            "--replays", ".", "--scenarios", "own",
        ]
        for kind in wanted { words += ["--until", kind.rawValue] }
        if let budget = lesson.budget { words += ["--budget", "\(budget)"] }
        for call in lesson.calls { words += ["--call", call] }
        for invariant in lesson.invariants { words += ["--invariant", invariant] }
        guard let outcome: VerifyOutcome = try report(words, Self.explorationWork, into: &judgement)
        else { return }
        judgement.schedules += outcome.schedules
        judgement.proof = outcome.proofSentence(proof.preemptions)
        judgement.failures += outcome.failures(proof.preemptions)
    }

    /// Runs the lesson's code in the learner's order.
    func replay(_ schedule: String, into judgement: inout Judgement, patience: Double) throws {
        guard let file = try folder.add(schedule: schedule, of: lesson) else {
            judgement.failures.append(
                JudgedFailure(
                    .expectation, "The schedule is not one of this lesson's code.",
                    help: "Make one with `understudy play` in the lesson's folder."))
            return
        }
        var limits = Limits(seconds: patience)
        limits.processes = 64
        let run = try ConfinedRun(program, ["replay", file], in: folder.path, limits: limits)
        judgement.output = run.output
        let goal = lesson.goal?.description ?? "defect"
        if run.exitCode != 1 {
            judgement.failures.append(
                JudgedFailure(
                    .expectation, "The schedule does not bring about the \(goal).",
                    details: run.output.split(separator: "\n").suffix(12).map(String.init)))
        } else if let claim = folder.claim(), claim != lesson.goal {
            judgement.failures.append(
                JudgedFailure(
                    .expectation, "The schedule shows \(claim), and \(goal) is asked for."))
        }
    }

    /// Runs the program and reads its report; nil when there is none, and the failure says why.
    private func report<Outcome: Decodable>(
        _ words: [String], _ patience: Double, into judgement: inout Judgement
    ) throws -> Outcome? {
        let limits = Limits(seconds: patience)
        let run = try ConfinedRun(program, words, in: folder.path, limits: limits)
        if words.first == "run" { judgement.output = run.output }
        if let excess = run.excess {
            judgement.failures.append(
                excess == .time
                    ? JudgedFailure(
                        .limit, "It did not come to its end within \(Int(clamping: patience)) s.",
                        help: "Look for a loop that never ends, or a wait for what never comes.")
                    : JudgedFailure(
                        .limit, "It started more than \(limits.processes) processes.",
                        help: "Look for a program that starts itself again and again."))
            return nil
        }
        if run.isForged {
            judgement.failures.append(
                JudgedFailure(.unfair, "The answer wrote into the report of those who judge it."))
            return nil
        }
        guard let report = run.report, !report.isEmpty else {
            judgement.failures.append(Self.withoutReport(run, words))
            return nil
        }
        do {
            return try JSONDecoder().decode(Outcome.self, from: report)
        } catch {
            judgement.failures.append(
                JudgedFailure(
                    .unfair, "The report of those who judge it is damaged.",
                    details: ["\(error)"]))
            return nil
        }
    }

    private static func withoutReport(_ run: ConfinedRun, _ words: [String]) -> JudgedFailure {
        let command = words.prefix(2).joined(separator: " ")
        return JudgedFailure(
            .noReport,
            "`understudy \(command)` ended with code \(run.exitCode), and before its time.",
            details: run.output.split(separator: "\n").suffix(12).map(String.init),
            help: "Code of a project does not end the program; it returns.")
    }
}

extension Int {
    fileprivate init(clamping number: Double) { self = Int(exactly: number.rounded()) ?? .max }
}
