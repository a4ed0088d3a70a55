/// The files that DATs are kept in, for the host, which touches no disk itself.
///
/// - Thread: main
package protocol FileStore: AnyObject {
    /// Tells what lies at a path, so that a change of it is noticed.
    ///
    /// - Parameter path: Absolute.
    /// - Returns: Nil when no file lies there.
    func stamp(of path: String) -> FileStamp?

    /// Tells where a path leads once links are followed.
    ///
    /// - Parameter path: Absolute; the file need not be there yet.
    /// - Returns: Nil when its folder is not there.
    func realPath(of path: String) -> String?

    /// Reads a file.
    ///
    /// - Throws: `ProjectStoreError` with the reason.
    func bytes(of path: String) throws(ProjectStoreError) -> [UInt8]

    /// Writes a file, whole or not at all; a power failure soon after may take it back.
    ///
    /// - Throws: `ProjectStoreError` with the reason.
    func write(_ bytes: [UInt8], to path: String) throws(ProjectStoreError)
}
