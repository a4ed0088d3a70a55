/// One way to keep a project on disk.
package protocol ProjectFormat: SendableMetatype {
    /// What the format is called in messages.
    static var name: String { get }

    /// Tells from the path alone whether this format is responsible.
    ///
    /// - Parameter target: A path that exists.
    /// - Returns: Whether `read` can be tried.
    static func recognises(_ target: ProjectTarget) -> Bool

    /// Reads the whole project.
    ///
    /// - Parameter target: A path that this format recognises.
    /// - Returns: The project as plain data.
    /// - Throws: `ProjectError` with file and line.
    static func read(_ target: ProjectTarget) throws(ProjectError) -> ProjectDescription
}
