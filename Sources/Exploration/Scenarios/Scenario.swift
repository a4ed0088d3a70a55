/// What happens to a project beside what it does by itself.
package struct Scenario: Sendable, Codable, Equatable {
    /// What happens, such as `StartServer() is called twice`; empty for nothing.
    package let name: String
    package let calls: [Call]
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
    package init(_ name: String, calls: [Call] = [], frames: Int? = nil) {
        self.name = name
        self.calls = calls
        self.frames = frames
    }
}
