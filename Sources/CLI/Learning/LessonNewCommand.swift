internal import ArgumentParser
internal import Learn
internal import ProjectFiles

/// `understudy lesson new NAME`.
struct LessonNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a lesson to start from.")

    @Argument(help: "The lesson's name, such as event-and-lock; it gets the next number.")
    var name: String

    @Option(help: "The track's folder.", completion: .directory)
    var track = "."

    func run() throws {
        do throws(ProjectError) {
            let file = try LessonTemplate.file(name, in: track)
            if file.isThere {
                throw ProjectError(
                    file: file.path, reason: "This file is there already.",
                    suggestion: "Give another name.")
            }
            try file.write()
            Console.say(file.path)
            Console.say("Check it: understudy lesson check \(file.path)")
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }
}
