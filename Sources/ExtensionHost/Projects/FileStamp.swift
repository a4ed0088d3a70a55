/// What changes of a file when its content does.
package nonisolated struct FileStamp: Sendable, Equatable {
    /// When it was written last.
    ///
    /// - Units: nanoseconds
    private let modified: Int64
    private let size: Int64
    /// Which file it is; programs that save replace it by a new one.
    private let number: UInt64

    /// Describes a file.
    package init(modified: Int64, size: Int64, number: UInt64) {
        self.modified = modified
        self.size = size
        self.number = number
    }
}
