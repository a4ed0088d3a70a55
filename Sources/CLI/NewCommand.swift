internal import ArgumentParser
internal import ProjectFiles

/// `understudy new NAME`.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a small project: an extension, an Execute DAT, a test and a CI file.")

    @Argument(help: "The project's folder, which is made; its name is the project's.")
    var name: String

    func run() throws {
        do throws(ProjectError) {
            let files = try NewProject.files(in: name)
            if let file = files.first(where: \.isThere) {
                throw ProjectError(
                    file: file.path, reason: "This file is there already.",
                    suggestion: "Give the name of a folder that is not there yet.")
            }
            for file in files {
                try file.write()
                Console.say(file.path)
            }
            Console.say("Run it: understudy run \(name)")
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }
}
