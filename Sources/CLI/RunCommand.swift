public import ArgumentParser
public import ExtensionHost

extension HostConfiguration.Clock: ExpressibleByArgument {}
extension HostConfiguration.Guard: ExpressibleByArgument {}
extension RunOptions.Format: ExpressibleByArgument {}

/// `understudy run TARGET`.
struct RunCommand: ParsableCommand, MainThreadCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a project: a .md document, a .tdn, a .py extension or script, or a folder.",
        discussion: """
            Exit codes: 0 all is well, 1 the project's code failed, 2 the command line or a project \
            file is wrong, 10 an operator was touched off the main thread, 11 a thread would keep \
            TouchDesigner from ending, 130 ended by Ctrl-C, 143 ended by SIGTERM. A script's own \
            sys.exit(n) passes through.

            A project without wiring, such as a .py file or a document with no .tdn beside it, gets \
            the default one and is told so: a class that takes an owner COMP becomes its extension, \
            Start… methods are called once, Check… and Poll… methods each frame, Stop… methods at \
            the end. A script with onHTTPRequest gets a Web Server DAT, one with onReceiveOSC an \
            OSC In DAT.

            With --format json, standard output is one JSON object (project, clock, rate, frames, \
            dropped, extensions, changes, threads, threadsStarted, children, standstills, holdUps, \
            failures, faults, values, exitCode) \
            and all else goes to standard error.
            """)

    @Argument(help: "The project.", completion: .file())
    var target: String

    @Option(parsing: .unconditional, help: "End after this many frames (120 when no end is given).")
    var frames: Int?

    @Option(parsing: .unconditional, help: "End after this many seconds of the clock.")
    var seconds: Double?

    @Flag(help: "Run until Ctrl-C, or until the project quits.")
    var forever = false

    @Option(parsing: .unconditional, help: "Frames a second.")
    var fps = 60.0

    @Option(
        help: """
            The wall clock, or virtual time: frames follow each other as fast as the project's code \
            allows, and wait only while threads are at work, two seconds in all. A frame that stands \
            still for 20 seconds in which nothing works ends the run with 1.
            """)
    var clock = HostConfiguration.Clock.real

    @Option(
        name: .customLong("guard"), help: "What follows an operator access off the main thread.")
    var guardPolicy = HostConfiguration.Guard.fault

    @Flag(help: "Count advices, such as run() from a thread, as faults.")
    var strict = false

    @Option(
        parsing: .unconditionalSingleValue,
        help: "Call an expression: EXPR before the first frame, or FRAME:EXPR. May be repeated.")
    var call: [String] = []

    @Option(
        parsing: .unconditionalSingleValue,
        help: "Print an expression's value at the end; me is /project1. May be repeated.")
    var print: [String] = []

    @Option(
        parsing: .unconditional,
        help: """
            The address on which network DATs open ports; 0.0.0.0 lets other machines in, which \
            TouchDesigner always does.
            """)
    var listen = HostConfiguration.loopback

    @Option(
        parsing: .unconditional,
        help: """
            The virtual environment whose packages are used. Without it the first of these is taken: \
            UNDERSTUDY_VENV, VIRTUAL_ENV, pyproject.toml, TDPyEnvManagerContext.yaml, .venv.
            """,
        completion: .directory)
    var venv: String?

    @Option(
        parsing: .unconditional,
        help: """
            Wait for a debugger on this port of 127.0.0.1 before the project is loaded (VS Code: \
            attach), with breakpoints in the project's files. Needs the package debugpy.
            """)
    var debugger: Int?

    @Option(help: "How the summary is written; json goes to standard output alone.")
    var format = RunOptions.Format.text

    @Flag(name: .shortAndLong, help: "Only what the project prints, no summary.")
    var quiet = false

    @Argument(parsing: .postTerminator, help: "What a script finds in sys.argv.")
    var arguments: [String] = []

    /// All of them, as the run takes them.
    var options: RunOptions {
        RunOptions(
            target: target, frames: frames, seconds: seconds, forever: forever, fps: fps,
            clock: clock, guardPolicy: guardPolicy, strict: strict, call: call, listen: listen,
            debugger: debugger, venv: venv, print: print, format: format, quiet: quiet,
            arguments: arguments)
    }

    func validate() throws {
        if let complaint = options.complaint { throw ValidationError(complaint) }
    }

    @MainActor
    func perform() throws {
        try ProjectRun(options).run()
    }
}
