internal import ArgumentParser
internal import ProjectFiles

/// `understudy convert FROM TO`.
struct ConvertCommand: ParsableCommand, MainThreadCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a project in another form.",
        discussion: """
            FROM is anything that can be run: a .tdn network, a document, a folder, a .py file, or a \
            folder .toe.dir or .tox.dir that toeexpand has made. TO is a .tdn file, a .md document \
            with a network file beside it, or a folder with a file for each DAT. Nothing that is \
            there already is overwritten without --force.
            """)

    @Argument(help: "The project.", completion: .file())
    var from: String

    @Argument(help: "Where it is to be written.", completion: .file())
    var to: String

    @Flag(help: "Overwrite files that are there.")
    var force = false

    @MainActor
    func perform() throws {
        do throws(ProjectError) {
            let project = try ProjectCatalog.read(from)
            for notice in project.notices { Console.complain("[understudy] \(notice)") }
            let files = try ProjectConversion.files(of: project, at: to)
            if !force, let file = files.first(where: \.isThere) {
                throw ProjectError(
                    file: file.path, reason: "This file is there already.",
                    suggestion: "Give another name, or --force to overwrite it.")
            }
            for file in files {
                try file.write()
                Console.say(file.path)
            }
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }
}
