internal import ArgumentParser
internal import Learn
internal import ProjectFiles

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// `understudy learn grade ANSWERS`.
struct LearnGradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Grade the answers of a learner, or of a class: a folder of learners' folders.",
        discussion: """
            Each answer runs with limits of time, memory, processes and files, and may write in a folder \
            of its own only, so a class can be graded unattended.

            Exit codes: 0 all is graded, whatever the grades; 2 something cannot be read or written.
            """)

    @Argument(help: "The folder of a learner or of a class.", completion: .directory)
    var answers: String

    @Option(help: "The track; without it the course that comes along.", completion: .directory)
    var track: String?

    @Option(help: "Write exercism's results.json; of a class, a folder with one for each learner.")
    var out: String?

    @Flag(help: "Hand the result to GitHub Classroom's reporter, as this step's output `result`.")
    var github = false

    @Option(help: "Write a table with nbgrader's columns.")
    var csv: String?

    @Option(help: "Write a JUnit report.")
    var junit: String?

    func run() throws {
        try LearnFailure.told {
            let grading = try Grading(track: track, judge: LearnOptions.judge())
            let learners = try grading.learners(in: answers)
            for sentence in Abilities.missing { Console.complain("[understudy] \(sentence)") }
            var grades: [Grade] = []
            for learner in learners {
                let grade = try grading.grade(learner)
                Console.say("\(grade.learner): \(grade.score) of \(grade.maximum) points")
                grades.append(grade)
            }
            for file in files(grades) { try file.write() }
            if github, let grade = grades.first {
                try hand(over: ResultsJSON(grade, version: 1).base64)
            }
        }
    }

    private func files(_ grades: [Grade]) -> [WrittenFile] {
        var files: [WrittenFile] = []
        if let out {
            files += grades.map { grade in
                WrittenFile(
                    path: grades.count == 1 ? out : "\(out)/\(grade.learner).json",
                    text: ResultsJSON(grade).text + "\n")
            }
        }
        if let csv { files.append(WrittenFile(path: csv, text: GradesCSV(grades).text)) }
        if let junit { files.append(WrittenFile(path: junit, text: GradesJUnit(grades).text)) }
        return files
    }

    /// Appends to the file that GitHub names for a step's outputs; says it where there is none.
    private func hand(over result: String) throws {
        guard let place = getenv("GITHUB_OUTPUT").map({ String(cString: $0) }) else {
            return Console.say("result=\(result)")
        }
        let before = (try? ContentFile.bytes(of: place)) ?? []
        try AtomicFile.write(before + Array("result=\(result)\n".utf8), to: place)
    }
}
