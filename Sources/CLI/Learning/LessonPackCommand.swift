internal import ArgumentParser
internal import Foundation
internal import Learn

/// `understudy lesson pack FOLDER`.
struct LessonPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Check a track, and put it into one .zip file to hand on.",
        discussion: """
            First everything is tried that the lessons say of their answers, as `lesson check` does. \
            Nothing is packed when something is not so.

            Exit codes: 0 packed, 1 a lesson is not as it says, 2 something cannot be read or written.
            """)

    @Argument(help: "The track's folder.", completion: .directory)
    var track: String

    @Option(name: .shortAndLong, help: "The file; without it the folder's name and .zip.")
    var output: String?

    @Flag(help: "Pack it without trying the answers.")
    var unchecked = false

    func run() throws {
        let course = try LearnFailure.told { try Course(track) }
        var count = "\(course.lessons.count) lessons"
        if !unchecked { count = try LessonCheckCommand.check(course.lessons) }
        let folder = URL(fileURLWithPath: course.folder).standardizedFileURL
        let file = URL(fileURLWithPath: output ?? "\(folder.lastPathComponent).zip")
        let process = Process()
        process.executableURL = URL(
            fileURLWithPath: Environment.program ?? CommandLine.arguments[0])
        process.currentDirectoryURL = folder.deletingLastPathComponent()
        process.arguments = ["python", "-m", "zipfile", "-c", file.path, folder.lastPathComponent]
        do {
            try process.run()
        } catch {
            throw CommandFailure(
                message: "\(file.path) cannot be written: \(error.localizedDescription)",
                code: .misuse)
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailure(message: "\(file.path) cannot be written.", code: .misuse)
        }
        Console.say("\(file.relativePath): \(count)")
    }
}
