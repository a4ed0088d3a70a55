/// The bound on how deep values may lie in one another.
enum NestingDepth {
    /// Refuses what lies too deep, before recursion exhausts the stack.
    ///
    /// - Throws: `ProjectError` past the limit.
    static func check(
        _ depth: Int, at place: @autoclosure () -> SourcePlace
    ) throws(ProjectError) {
        guard depth > ReadingLimits.depth else { return }
        let place = place()
        throw ProjectError(
            file: place.file, line: place.line,
            reason: "Values are nested more than \(ReadingLimits.depth) deep here.",
            suggestion: "Split the network: give inner COMPs files of their own with tdn_ref.")
    }
}
