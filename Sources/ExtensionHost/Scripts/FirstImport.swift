internal import Frames
internal import PythonRuntime

/// What Python and the host prepare for code that imports modules, left until the first such code.
///
/// `site` with the packages it finds, the watch over threads and the Windows idioms in `subprocess`
/// take as long as all the rest of a short run, and a script that imports nothing can tell neither
/// whether they are there. Decision 0008 says what this gives up.
enum FirstImport {
    /// Whether it has come in this process.
    private(set) static var hasCome = false

    /// The built-in functions that `site` adds.
    static let namesOfSite = ["copyright", "credits", "exit", "help", "license", "quit"]

    /// The built-in names by which a script without imports could see a difference: those of `site`,
    /// and what runs code that the host does not read first.
    static let telltaleNames = Set(namesOfSite).union([
        "__builtins__", "__import__", "breakpoint", "eval", "exec", "globals", "locals", "vars",
    ])

    /// Prepares everything, the first time.
    ///
    /// - Throws: What `site`, a `.pth` file or `sitecustomize` raised.
    static func comes() throws(PythonError) {
        guard !hasCome, let host = Host.current else { return }
        hasCome = true
        try Interpreter.importSite()
        if let folder = host.configuration.packageFolder { try HostPython.addPackages(folder) }
        if let program = host.configuration.pythonProgram {
            // Not before: `site` looks beside it for the packages of a virtual environment.
            try PythonObject.module("sys").setAttribute("executable", to: program.python())
        }
        try prepare(host)
    }

    /// Prepares a new host, if there is code already that has imported modules.
    static func prepare(_ host: Host) throws(PythonError) {
        guard hasCome else { return }
        try ProcessPlace.enterSearchPath(host.configuration.projectFolder)
        try ThreadWatch.install(host.threadFailed(), frame: host.loop.frame.number)
        try Belongings.install()
        try PythonObject.module("understudy_frame_time").callMethod(
            "install", (host.configuration.clock == .virtual).python())
        if let seconds = host.configuration.patienceWithFrames { FrameWatch.begin(seconds) }
        try ProcessPlace.teachSubprocess(host.configuration.projectFolder, host.textport)
    }
}
