/// One file or folder inside a folder project.
struct FolderEntry: Comparable {
    /// The file's name with suffix.
    let name: String
    /// The path, which is also what messages show.
    let path: String
    /// What it is; a symbolic link stays one, so that no link leads out of the project.
    let status: FileStatus

    /// Looks at an entry; nil when it cannot be seen.
    init?(name: String, in folder: String) {
        self.name = name
        path = FilePath.join(folder, name)
        guard let status = FileSystem.status(of: path, followingLinks: false) else { return nil }
        self.status = status
    }

    /// The suffix in lower case without its dot; empty for folders.
    var suffix: String { status.kind == .folder ? "" : FilePath.suffix(of: name) }

    /// The name without suffix; a folder's name whole.
    var stem: String { status.kind == .folder ? name : FilePath.stem(of: name) }

    /// Folders, networks and Python come first, so that they keep their names.
    static func < (left: FolderEntry, right: FolderEntry) -> Bool {
        (left.rank, left.name) < (right.rank, right.name)
    }

    static func == (left: FolderEntry, right: FolderEntry) -> Bool { left.path == right.path }

    private var rank: Int {
        if status.kind == .folder { return 0 }
        return ["tdn": 1, "py": 2, "tsv": 3, "csv": 4][suffix] ?? 5
    }
}
