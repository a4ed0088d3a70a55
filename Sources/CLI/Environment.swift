internal import ExtensionHost
internal import ProjectFiles

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Where the program lies, and the Python whose packages it uses.
enum Environment {
    /// The program's own file; nil where the system does not tell.
    static let program: String? = {
        #if canImport(Darwin)
        var size: UInt32 = 4096
        var bytes = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&bytes, &size) == 0 else { return nil }
        let found = realpath(bytes, nil)
        #else
        let found = realpath("/proc/self/exe", nil)
        #endif
        guard let found else { return nil }
        defer { free(found) }
        return String(cString: found)
    }()

    /// How Python is told of an environment's packages.
    struct Packages {
        /// The environment's `python3`; nil where there is none, or one with a library of its own.
        var python: String?
        /// A folder to be added; nil where Python finds it by itself.
        var folder: String?
    }

    /// The packages of a project's environment, which children find as well.
    ///
    /// - Parameters:
    ///   - folder: The project's folder.
    ///   - given: What `--venv` names.
    ///   - notice: Told of an environment that lies there and cannot be used.
    /// - Returns: Of none, if there is none.
    /// - Throws: `CommandFailure` when one that was asked for cannot be used.
    static func find(
        for folder: String, given: String?, notice: (String) -> Void = { _ in }
    ) throws -> Packages {
        let found: PythonEnvironment?
        do throws(ProjectError) {
            found = try PythonEnvironment.find(for: folder, given: given) { name in
                getenv(name).map { String(cString: $0) }
            }
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
        guard let found else { return Packages() }
        if let obstacle = found.obstacle(to: HostPython.version) {
            guard found.isAskedFor else {
                notice("\(obstacle) The run goes on without it.")
                return Packages()
            }
            throw CommandFailure(message: obstacle, code: .misuse)
        }
        // Others take the first for what PEP 405 describes.
        setenv(found.isConda ? "UNDERSTUDY_VENV" : "VIRTUAL_ENV", found.folder, 1)
        return Packages(
            python: found.program, folder: found.packages(for: HostPython.version))
    }
}
