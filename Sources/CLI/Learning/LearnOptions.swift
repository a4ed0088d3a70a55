internal import ArgumentParser
internal import Learn
internal import ProjectFiles

/// What all commands of `understudy learn` take.
struct LearnOptions: ParsableArguments {
    @Option(
        help: """
            The folder in which you work; without it the current one if it has been used so, or \
            understudy-course in it.
            """, completion: .directory)
    var folder: String?

    @Flag(help: "For screen readers: words for signs, nothing redrawn, no columns.")
    var plain = false

    /// The learner's folder.
    var learnerFolder: LearnerFolder {
        if let folder { return LearnerFolder(folder) }
        let here = LearnerFolder(".")
        let isUsed = ContentFile.stamp(of: here.progressPath) != nil
        return isUsed ? here : LearnerFolder("understudy-course")
    }

    /// The learner's way through a track.
    ///
    /// - Parameter track: The track; nil for the one that the folder is about.
    /// - Returns: The way, as far as it has been gone.
    /// - Throws: `CommandFailure` when something cannot be read.
    func learning(_ track: String? = nil) throws -> Learning {
        do throws(ProjectError) {
            return try Learning(track: track, in: learnerFolder, judge: Self.judge())
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }

    /// Judges with this program.
    static func judge() -> Judge { Judge(program: Environment.program ?? CommandLine.arguments[0]) }
}
