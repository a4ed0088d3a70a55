internal import ProjectFiles
internal import PythonRuntime

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// What `check` is given: projects, files and folders, read but not run.
package struct CheckTarget {
    /// The scripts found.
    package private(set) var sources: [StaticCheck.Source] = []

    /// Files of folders that cannot be read.
    package private(set) var unreadable: [StaticCheck.Unreadable] = []

    /// Why there is no Python to read syntax trees with.
    package struct NoPython: Error, CustomStringConvertible {
        package let description: String
    }

    /// Reads everything at some paths; Python is started if need be, to parse and not to run.
    ///
    /// - Parameter paths: Files of any project format, or folders, of which every `.py` counts. In one
    ///   that is empty, as many an `__init__.py` is, there is nothing wrong.
    /// - Throws: `ProjectError` for what cannot be read, `NoPython`.
    package init(_ paths: [String]) throws {
        if !Interpreter.isRunning {
            do {
                try Interpreter.start(InterpreterConfiguration())
            } catch {
                throw NoPython(description: "\(error)")
            }
        }
        for path in paths {
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                for file in PythonFiles.all(in: path) where !isEmpty(file) {
                    // One file that cannot be read must not hide what is wrong in the others.
                    do {
                        try read(file)
                    } catch let error as ProjectError {
                        unreadable.append(
                            .init(file: error.file, line: error.line ?? 1, reason: error.reason))
                    }
                }
            } else if !path.hasSuffix(".py") || !isEmpty(path) {
                try read(path)
            }
        }
    }

    private func isEmpty(_ file: String) -> Bool {
        var status = stat()
        return stat(file, &status) == 0 && status.st_size == 0
    }

    private mutating func read(_ path: String) throws {
        sources += ScriptCollector.sources(of: try ProjectCatalog.read(path))
    }
}
