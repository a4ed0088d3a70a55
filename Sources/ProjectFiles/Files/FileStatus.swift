/// What kind of thing lies at a path, and how large it is.
struct FileStatus: Equatable {
    /// The kinds that reading tells apart.
    enum Kind {
        case file, folder, symbolicLink, other
    }

    /// What it is.
    let kind: Kind
    /// Its length.
    ///
    /// - Units: bytes
    let size: Int
}
