internal import ArgumentParser
internal import ProjectFiles

/// `understudy tree PROJECT`.
struct TreeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree", abstract: "Show the operators of a project, without running it.")

    @Argument(help: "The project.", completion: .file())
    var target: String

    @Option(help: "Show so many levels below the project's COMP; all without it.")
    var depth: Int?

    func validate() throws {
        if let depth, depth < 0 {
            throw ValidationError("--depth is 0 or more, not \(depth).")
        }
    }

    func run() throws {
        do throws(ProjectError) {
            let project = try ProjectCatalog.read(target)
            for notice in project.notices { Console.complain("[understudy] \(notice)") }
            for line in NetworkTree(project, depth: depth ?? .max).lines { Console.say(line) }
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }
}
