import Testing

#if os(Linux)
@Suite struct ExplorerProgramTests {
    private static let lostThread = """
        import threading
        def onStart():
            threading.Thread(target=lambda: op('table1').text, daemon=True).start()
        """

    @Test func `when the program is killed, the schedules end, and what they have started`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add(
            "a.py",
            """
            import os, signal, subprocess, threading
            def work():
                for number in range(100): str(number)
            def onStart():
                with open(f'/proc/{os.getppid()}/stat') as file:
                    asker = file.read().rpartition(')')[2].split()[1]
                with open(f'/proc/{asker}/comm') as file:
                    isThere = file.read().strip() == 'understudy'
                if isThere:
                    subprocess.Popen(['sleep', '1000'])
                    os.kill(int(asker), signal.SIGKILL)
                for _ in range(3): threading.Thread(target=work, daemon=True).start()
            """)

        // The reader's end comes when nobody is left who could write.
        let run = try await ProgramRun.shell(
            "{ $understudy verify a.py --seconds 600 --replays none; echo $?; } 2>&1 | cat",
            in: scratch.folder, limit: 30)

        #expect(!run.isTooSlow)
        #expect(run.output.contains("137"), "\(run.text)")
    }

    @Test func `what the project leaves behind for good is not waited for`() async throws {
        let scratch = try Scratch()
        try scratch.add(
            "a.py",
            """
            import os, time
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0: time.sleep(60)
                os._exit(0)
            os.wait()
            """)

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "2", "--schedules", "1", "--replays", "none"], command: "verify",
            in: scratch.folder, limit: 30)

        #expect(!run.isTooSlow, "\(run.text)")
        #expect(run.exitCode == 0, "\(run.text)")
    }

    @Test func `few descriptors are enough`() async throws {
        let scratch = try Scratch()
        try scratch.add("a.py", Self.lostThread)

        // Others that this process has at the moment may have been inherited.
        let run = try await ProgramRun.shell(
            """
            exec $understudy python -c '
            import os, resource, sys
            os.closerange(3, 4096)
            resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
            os.execv(sys.argv[1], sys.argv[1:])
            ' $understudy verify a.py --frames 2 --schedules 5 --replays none
            """, in: scratch.folder)

        #expect(run.exitCode == 1, "\(run.text)")
        #expect(run.output.contains("operator off the main thread: Thread-1"), "\(run.text)")
    }

    @Test func `a machine that stood still has not taken too long`() async throws {
        let scratch = try Scratch()
        // Both who runs the schedule and who waits for it stand still, for longer than it may take.
        try scratch.add(
            "a.py",
            """
            import os, subprocess, sys
            if not os.path.exists('stood'):
                open('stood', 'w').close()
                both = f'{os.getppid()} {os.getpid()}'
                subprocess.Popen(
                    ['sh', '-c', f'kill -STOP {both}; sleep 3; kill -CONT {both}'],
                    start_new_session=True).wait()
            """)

        let run = try await ProgramRun.understudy(
            ["a.py", "--frames", "2", "--seconds", "2.5", "--schedules", "5", "--replays", "none"],
            command: "verify", in: scratch.folder)

        #expect(run.exitCode == 0, "\(run.text)")
        #expect(!run.output.contains("takes too long"), "\(run.text)")
    }

    @Test func `replay files lie in a folder of whoever calls, wherever the project lies`()
        async throws
    {
        let scratch = try Scratch()
        try scratch.add("project/a.py", Self.lostThread)

        let found = try await ProgramRun.understudy(
            ["project/a.py", "--frames", "2", "--first", "--replays", "found/today"],
            command: "verify", in: scratch.folder)
        let replay = try await ProgramRun.understudy(
            ["found/today/a-1.tdsched"], command: "replay", in: scratch.folder)

        #expect(found.output.contains("understudy replay found/today/a-1.tdsched"), "\(found.text)")
        #expect(replay.exitCode == 1, "\(replay.text)")
    }
}
#endif
