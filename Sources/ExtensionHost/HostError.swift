/// Why no project can be run.
public nonisolated struct HostError: Error, CustomStringConvertible {
    /// What was tried, why it failed and what to do; with file and line where there is one.
    public let description: String
    /// Whether the user's own code is at fault, not the host or its surroundings.
    public let isUsersCode: Bool

    init(description: String, isUsersCode: Bool = false) {
        self.description = description
        self.isUsersCode = isUsersCode
    }
}
