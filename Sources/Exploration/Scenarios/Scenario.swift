/// What happens to a project beside what it does by itself.
package struct Scenario: Sendable, Codable, Equatable {
    /// A function that somebody has written.
    package struct Script: Sendable, Codable, Equatable {
        /// The file, as it was named.
        package let file: String
        package let function: String

        package init(file: String, function: String) {
            self.file = file
            self.function = function
        }
    }

    /// What happens, such as `StartServer() is called twice`; empty for nothing.
    package let name: String
    package let calls: [Call]
    /// After how many frames one takes much longer than all others, while threads go on; nil for none.
    package let stall: Int?
    /// The function that runs beside the frames; nil for none.
    package let script: Script?
    /// After how many frames the project ends; nil when it is as long as all others.
    package let frames: Int?

    /// The project alone.
    package static let own = Scenario("")

    /// Describes a scenario.
    ///
    /// - Parameters:
    ///   - name: What happens.
    ///   - calls: What is called; those before frame 0 come before the project's own start.
    ///   - frames: After how many frames the project ends.
    ///   - stall: After how many frames one takes much longer than all others.
    ///   - script: The function that runs beside the frames.
    package init(
        _ name: String, calls: [Call] = [], frames: Int? = nil, stall: Int? = nil,
        script: Script? = nil
    ) {
        self.name = name
        self.stall = stall
        self.script = script
        self.calls = calls
        self.frames = frames
    }
}
