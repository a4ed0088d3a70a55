#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The `.py` files of a folder and the folders in it.
enum PythonFiles {
    private static let skipped: Set = ["__pycache__", "node_modules", "site-packages", "venv"]

    /// The files, sorted; hidden folders, virtual environments and links out of the folder are skipped.
    ///
    /// - Parameter folder: Where to look.
    /// - Returns: Their paths, beginning with the folder's.
    static func all(in folder: String) -> [String] {
        var found: [String] = []
        var rest = [folder]
        while let next = rest.popLast() {
            guard let directory = opendir(next) else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                // SAFETY: a C string in a field of fixed size, read before the next entry.
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard !name.hasPrefix("."), !skipped.contains(name) else { continue }
                let path = next == "." ? name : "\(next)/\(name)"
                var status = stat()
                guard lstat(path, &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR where access("\(path)/pyvenv.cfg", F_OK) != 0: rest.append(path)
                case S_IFREG where name.hasSuffix(".py"): found.append(path)
                default: continue
                }
            }
        }
        return found.sorted()
    }
}
