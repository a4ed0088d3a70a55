internal import ArgumentParser

#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Where the program starts: reads the command line and turns what goes wrong into exit codes.
@main
@MainActor
enum Program {
    static func main() {
        Console.fillGaps()
        ReportChannel.open()
        // A reader that goes away, such as `head`, must not end a run with a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            if let options = RunOptions(plainWords: Array(CommandLine.arguments.dropFirst())) {
                try ProjectRun(options).run()
            }
            if let line = PythonCommand.commandLine(Array(CommandLine.arguments.dropFirst())) {
                try PythonCommand.run(line)
            }
            var command = try RootCommand.parseAsRoot()
            if let command = command as? any MainThreadCommand { return try command.perform() }
            try command.run()
        } catch let failure as CommandFailure {
            Console.complain(failure.message)
            exit(failure.code.rawValue)
        } catch {
            let text = RootCommand.fullMessage(for: error)
            if RootCommand.exitCode(for: error).isSuccess {
                Console.say(text)
                exit(ExitStatus.success.rawValue)
            }
            Console.complain(text)
            exit(ExitStatus.misuse.rawValue)
        }
    }
}
