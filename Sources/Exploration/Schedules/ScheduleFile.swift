internal import Foundation

/// A schedule as it is kept in a `.tdsched` file.
///
/// It counts for the code, the Python and the settings that it was found with, and is refused with
/// others: the same decisions would mean something else there.
package struct ScheduleFile: Sendable, Codable, Equatable {
    /// What must be the same.
    package struct Conditions: Sendable, Codable, Equatable {
        package var target: String
        /// The environment that was named for it; nil when it was looked for.
        package var venv: String?
        /// Such as `3.11.2`.
        package var python: String
        package var level: ExploreOptions.Level
        package var frames: Int
        package var fps: Double
        package var component: String?
        package var invariants: [String]
        package var calls: [Call]
        package var budget: Double?
        /// What else happens; nil when the project is alone.
        package var scenario: Scenario?
        /// A checksum of each file's code.
        package var code: [String: String]

        package init(_ options: ExploreOptions, python: String, code: [String: String]) {
            target = options.target
            venv = options.venv
            self.python = python
            level = options.level
            frames = options.frames
            fps = options.fps
            component = options.component
            invariants = options.invariants
            calls = options.calls
            budget = options.budget
            self.code = code
        }
    }

    /// Why a schedule cannot be replayed.
    package struct Refusal: Error, CustomStringConvertible {
        package let description: String
    }

    package var format = 2
    package var conditions: Conditions
    /// The defect that it shows.
    package var defect: String
    package var sentence: String
    /// The thread of each decision.
    package var choices: [UInt8]
    /// The schedule's hash in hexadecimal digits.
    package var hash: String

    /// Describes the schedule of a counterexample.
    package init(_ example: Counterexample, conditions: Conditions) {
        self.conditions = conditions
        self.conditions.scenario = example.scenario
        defect = example.defect.key
        sentence = example.defect.sentence
        choices = example.execution.choices
        hash = String(example.execution.hash, radix: 16)
    }

    /// Reads a file.
    ///
    /// - Throws: `Refusal` when it is none of ours.
    package init(path: String) throws(Refusal) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal(description: "\(path) cannot be read.")
        }
        guard let file = try? JSONDecoder().decode(Self.self, from: data), file.format == 2 else {
            throw Refusal(description: "\(path) is no schedule that this version can read.")
        }
        self = file
    }

    /// Writes the file.
    ///
    /// - Throws: What the file system says.
    package func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    }

    /// What differs between the conditions it was found under and those of now.
    ///
    /// - Returns: A sentence for each difference; none when it can be replayed.
    package func differences(from now: Conditions) -> [String] {
        var found: [String] = []
        func compare<Value: Equatable>(_ what: String, _ then: Value, _ now: Value) {
            guard then != now else { return }
            found.append("\(what) was \(then) and is \(now).")
        }
        compare("Python", conditions.python, now.python)
        compare("The level", conditions.level.rawValue, now.level.rawValue)
        compare("The number of frames", conditions.frames, now.frames)
        compare("The frame rate", conditions.fps, now.fps)
        compare("The component", conditions.component ?? "all", now.component ?? "all")
        compare(
            "What must hold", conditions.invariants.joined(separator: ", "),
            now.invariants.joined(separator: ", "))
        compare(
            "What is called", Self.text(conditions.calls), Self.text(now.calls))
        compare("The budget of a frame", Self.text(conditions.budget), Self.text(now.budget))
        for file in Set(conditions.code.keys).union(now.code.keys).sorted() {
            switch (conditions.code[file], now.code[file]) {
            case (nil, _): found.append("\(file) was not there.")
            case (_, nil): found.append("\(file) is not there any more.")
            case (let then, let now) where then != now: found.append("\(file) has changed.")
            default: break
            }
        }
        return found
    }

    private static func text(_ calls: [Call]) -> String {
        calls.isEmpty
            ? "nothing" : calls.map { "\($0.frame):\($0.expression)" }.joined(separator: ", ")
    }

    private static func text(_ budget: Double?) -> String { budget.map { "\($0) ms" } ?? "a frame" }
}
