internal import ArgumentParser
internal import Foundation
internal import Learn

/// `understudy lesson pack FOLDER`.
struct LessonPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Check that a track can be read, and put it into one .zip file to hand on.")

    @Argument(help: "The track's folder.", completion: .directory)
    var track: String

    @Option(name: .shortAndLong, help: "The file; without it the folder's name and .zip.")
    var output: String?

    func run() throws {
        let course = try LearnFailure.told { try Course(track) }
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
        Console.say("\(file.relativePath): \(course.lessons.count) lessons")
    }
}
