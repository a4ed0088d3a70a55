/// How much of a project is read before it is refused.
///
/// Each limit lies far above any project made by people; past it, input is broken or hostile.
package enum ReadingLimits {
    /// How deep values, operators and folders may nest.
    package static let depth = 500
    /// How many values all files of a project may hold together, aliases counted as often as used.
    package static let values = 5_000_000
    /// How many blocks a sequence is given for the parameters that a file names of it.
    package static let blocks = 10_000
    /// How many network files a project may be made of, each counted as often as it is used.
    package static let networkFiles = 10_000
    /// The largest file that is read.
    ///
    /// - Units: bytes
    package static let fileSize = 200 * 1024 * 1024
    /// The largest file that becomes an operator of a folder project; larger ones are skipped.
    ///
    /// - Units: bytes
    package static let folderFileSize = 20 * 1024 * 1024
    /// How many entries a folder project may have.
    package static let folderEntries = 100_000
}
