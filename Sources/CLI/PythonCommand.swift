internal import ArgumentParser
internal import ExtensionHost

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// `understudy python …`, and `understudy -c …` as Python's own modules call `sys.executable`.
struct PythonCommand: ParsableCommand, MainThreadCommand {
    static let configuration = CommandConfiguration(
        commandName: "python",
        abstract: "Be a Python: take its options, a script, -c, -m or standard input.",
        discussion: """
            It is the Python that projects run in, with module td and without operators, so that pip, \
            pytest and the children of multiprocessing find what a project finds. Children of a \
            project get it as sys.executable.
            """)

    @Argument(parsing: .captureForPassthrough, help: "Python's command line.")
    var arguments: [String] = []

    @MainActor
    func perform() throws { try Self.run(arguments) }

    /// Python's command line in one of ours.
    ///
    /// A word that names a command or begins with two dashes is ours. A file is a script.
    ///
    /// - Parameter words: The words behind the program's name.
    /// - Returns: The words for Python; nil when the line is one of ours.
    static func commandLine(_ words: [String]) -> [String]? {
        guard let first = words.first else { return nil }
        if first == "python" { return Array(words.dropFirst()) }
        if first.hasPrefix("-") {
            return first.hasPrefix("--") || first == "-h" ? nil : words
        }
        let isCommand = RootCommand.configuration.subcommands.contains {
            $0.configuration.commandName == first
        }
        return isCommand || first == "help" || access(first, F_OK) != 0 ? nil : words
    }

    /// Runs Python and ends with its exit code.
    @MainActor
    static func run(_ arguments: [String]) throws -> Never {
        let packages = try Environment.find(for: ".", given: nil)
        do throws(HostError) {
            end(
                try HostPython.run(
                    arguments, program: Environment.program ?? CommandLine.arguments[0],
                    python: packages.python, packages: packages.folder))
        } catch {
            throw CommandFailure(message: error.description, code: .misuse)
        }
    }
}

/// Inside a command, `exit` would be ArgumentParser's.
private func end(_ code: Int32) -> Never { exit(code) }
