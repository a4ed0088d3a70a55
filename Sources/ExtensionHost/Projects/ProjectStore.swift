package import OperatorNetwork

/// Where COMPs lie on disk, for the host, which knows no file format; whoever runs it gives it one.
///
/// Paths are as scripts give them: absolute, or relative to the working directory. `.toe` and
/// `.tox` name the text form that stands in for the binary file.
///
/// - Thread: main
package protocol ProjectStore: AnyObject {
    /// Writes a COMP with everything inside, whole or not at all.
    ///
    /// - Parameters:
    ///   - component: The COMP.
    ///   - path: The file.
    ///   - storage: Tells what the storage of an operator holds now.
    /// - Returns: The path that was written, which ends in the text form's own suffix.
    /// - Throws: `ProjectStoreError`.
    func save(
        _ component: Operator, to path: String, storage: (Operator) -> [NamedValue]
    ) throws(ProjectStoreError) -> String

    /// Reads a file's COMP into another one.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - parent: The COMP that the new one is put in.
    /// - Returns: The new COMP; it is named after the file's, numbered when that is taken.
    /// - Throws: `ProjectStoreError`.
    func load(_ path: String, into parent: Operator) throws(ProjectStoreError) -> Operator

    /// Reads a whole project, and builds nothing of it yet.
    ///
    /// - Parameter path: The project's file or folder.
    /// - Returns: What builds and wires it in a host whose network is empty.
    /// - Throws: `ProjectStoreError`, and the running project is as it was.
    func readProject(
        _ path: String
    ) throws(ProjectStoreError) -> (Host) throws(ProjectStoreError) -> Void
}
