import Foundation

/// A person at a terminal: waits for a text on the screen, then types.
enum TypedDialogue {
    /// Runs `understudy` in a terminal of its own.
    ///
    /// - Parameters:
    ///   - arguments: What it is given.
    ///   - steps: What to wait for, and what to type then.
    ///   - folder: The working directory.
    /// - Returns: The run, whose output is all that was on the screen; exit code 99 when a text did not
    ///   come.
    /// - Throws: When it cannot be started.
    static func run(
        _ arguments: [String], _ steps: [(wait: String, type: String)], in folder: URL
    ) async throws -> ProgramRun {
        let words = steps.flatMap { [$0.wait, $0.type] }
        let script = try Scratch().add("dialogue.py", driver)
        return try await .understudy(
            [script.path, "\(arguments.count)", BuiltProgram.path] + arguments + words,
            command: "python", in: folder, limit: 120)
    }

    private static let driver = """
        import os, pty, select, sys

        count = int(sys.argv[1])
        command, words = sys.argv[2:3 + count], sys.argv[3 + count:]
        process, terminal = pty.fork()
        if process == 0:
            os.environ["TERM"] = "xterm"
            os.execv(command[0], command)
        screen, seen = "", 0

        def read():
            global screen
            if not select.select([terminal], [], [], 60)[0]:
                return False
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                return False
            screen += piece.decode(errors="replace")
            return bool(piece)

        for wait, keys in zip(words[::2], words[1::2]):
            while wait not in screen[seen:]:
                if not read():
                    print(screen)
                    print("THIS DID NOT COME:", wait)
                    os.kill(process, 9)
                    sys.exit(99)
            seen += screen[seen:].index(wait) + len(wait)
            if keys.startswith("@"):
                name, text = keys[1:].split("=", 1)
                with open(name, "w") as file:
                    file.write(text)
            else:
                os.write(terminal, keys.encode())
        while read():
            pass
        print(screen)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
        """
}
