/// A file inside the project folder that another file names.
struct ReferencedFile {
    /// Where it lies, absolute, with symbolic links resolved.
    let path: String
    /// The file as messages show it.
    let shown: String
}
