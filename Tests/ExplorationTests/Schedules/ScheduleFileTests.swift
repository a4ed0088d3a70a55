import Exploration
import Foundation
import Testing

@Suite struct ScheduleFileTests {
    private let options = ExploreOptions(target: "a.py")

    private func conditions(
        python: String = "3.11.2", code: [String: String] = ["a.py": "1"]
    ) -> ScheduleFile.Conditions {
        ScheduleFile.Conditions(options, python: python, code: code)
    }

    private var file: ScheduleFile {
        let execution = ToyProgram(steps: [2, 2]) { _ in true }.run(Policy(prefix: [1, 0]))
        let example = Counterexample(
            defect: Defect(.exception, "It breaks."), execution: execution, foundAfter: 3,
            reproduced: 10)
        return ScheduleFile(example, conditions: conditions())
    }

    @Test func `what is written is read again`() throws {
        let path = NSTemporaryDirectory() + "\(UUID().uuidString).tdsched"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try file.write(to: path)

        #expect(try ScheduleFile(path: path) == file)
    }

    @Test func `the same conditions differ in nothing`() {
        #expect(file.differences(from: conditions()).isEmpty)
    }

    @Test func `each difference is named`() {
        var slower = options
        slower.frames = 7
        slower.level = .sync
        slower.invariants = ["me.valid"]
        let now = ScheduleFile.Conditions(
            slower, python: "3.12.1", code: ["a.py": "2", "b.py": "1"])

        #expect(
            file.differences(from: now) == [
                "Python was 3.11.2 and is 3.12.1.", "The level was reachable and is sync.",
                "The number of frames was 120 and is 7.",
                "What must hold was  and is me.valid.", "a.py has changed.",
                "b.py was not there.",
            ])
        #expect(file.differences(from: conditions(code: [:])) == ["a.py is not there any more."])
    }

    @Test func `other files are refused`() {
        #expect(throws: ScheduleFile.Refusal.self) { try ScheduleFile(path: "/nowhere.tdsched") }
        #expect(throws: ScheduleFile.Refusal.self) { try ScheduleFile(path: "/etc/passwd") }
    }
}
