internal import CPython
internal import CPythonShims

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Finds the `python3` program that belongs to the libpython in this process.
///
/// The first `python3` on `PATH` may be of another version (version managers shadow the system's), so
/// the search starts at the library's own file and climbs until a `bin/python3.N` is found. A library
/// that is a part of this program has no file of its own; the build knows its `python3`.
enum PythonExecutable {
    static func find() -> String? {
        if let known = CPythonShims_program(), access(known, X_OK) == 0 {
            return String(cString: known)
        }
        guard let path = CPythonShims_libraryPath(), let real = realpath(path, nil) else {
            return nil
        }
        defer { free(real) }
        let version = CPythonShims_PY_VERSION_HEX()
        let program = "bin/python\(version >> 24).\((version >> 16) & 0xFF)"
        var folder = String(cString: real)
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            let candidate = "\(folder)/\(program)"
            if access(candidate, X_OK) == 0 { return candidate }
        }
        return nil
    }
}
