import Foundation
import Testing

@Suite struct ProgressTests {
    @Test func `a long run tells its progress to a terminal and takes it away`() async throws {
        let text = try await errorsOnTerminal(kind: "xterm")

        #expect(text.contains("frame 15 of 30"))
        #expect(text.hasSuffix("\r\u{1B}[2K"))
    }

    @Test func `a terminal that can take nothing back gets no progress`() async throws {
        #expect(try await errorsOnTerminal(kind: "dumb") == "")
    }

    @Test func `no terminal gets no progress`() async throws {
        let file = try Scratch().add("a.py", "pass\n")

        let run = try await ProgramRun.understudy([file.path, "--frames", "30"])

        #expect(run.errors == "")
    }

    private func errorsOnTerminal(kind: String) async throws -> String {
        let file = try Scratch().add("a.py", "pass\n")
        var (main, terminal): (Int32, Int32) = (-1, -1)
        try #require(openpty(&main, &terminal, nil, nil, nil) == 0)
        let handle = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = kind

        let run = try await ProgramRun.understudy(
            [file.path, "--frames", "30"], environment: environment, standardError: handle)

        #expect(run.exitCode == 0)
        close(terminal)
        var bytes = [UInt8](repeating: 0, count: 4096)
        let end = poll(main)
        let count = end ? read(main, &bytes, bytes.count) : 0
        close(main)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private func poll(_ descriptor: Int32) -> Bool {
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Foundation.poll(&ready, 1, 0) > 0 && ready.revents & Int16(POLLIN) != 0
    }
}
