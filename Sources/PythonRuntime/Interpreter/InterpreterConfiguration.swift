/// How the interpreter of this process is started.
public struct InterpreterConfiguration: Sendable {
    /// The `python3` that child processes are to run, and whose prefix and packages are used.
    ///
    /// Nil asks
    /// the loader which libpython is running and takes the `python3` that belongs to it.
    public var executable: String?

    /// Folders put before all others on `sys.path`.
    public var searchPaths: [String] = []

    /// What `sys.argv` holds.
    public var arguments: [String] = [""]

    /// Whether `site` is imported at the start, which adds `site-packages`; if not,
    /// ``Interpreter/importSite()`` does it later.
    public var importsSite = true

    /// What the hashes of texts begin with; nil leaves it to chance, as CPython does.
    public var hashSeed: UInt32?

    /// The default: the libpython that is linked, its own packages, nothing from the environment.
    public init() {}
}

/// Why the interpreter did not start.
public struct InterpreterError: Error, CustomStringConvertible {
    /// What was tried, why it failed and what to do.
    public let description: String
}
