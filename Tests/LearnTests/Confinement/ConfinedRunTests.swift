import Foundation
import Testing

@testable import Learn

struct ConfinedRunTests {
    private let secretFirst = "head -c 32 <&3 > secret; "

    @Test func `a report behind the secret counts`() throws {
        let run = try shell(secretFirst + "{ cat secret; echo '{}'; } >&3; echo said")

        #expect(run.report.map { String(decoding: $0, as: UTF8.self) } == "{}\n")
        #expect(!run.isForged)
        #expect(run.output == "said\n")
        #expect(run.exitCode == 0)
    }

    @Test func `a report without the secret is forged`() throws {
        let run = try shell(secretFirst + "echo '{\"exitCode\": 0}' >&3")

        #expect(run.report == nil)
        #expect(run.isForged)
    }

    @Test func `no report is none`() throws {
        let run = try shell("exit 0")

        #expect(run.report == nil)
        #expect(!run.isForged)
    }

    @Test func `what never ends is ended, with all that it started`() throws {
        var limits = Limits(seconds: 0.3)
        limits.processes = 8

        let run = try shell("sleep 1000 & sleep 1000", limits: limits)

        #expect(run.excess == .time)
        #expect(run.exitCode == 128 + SIGKILL)
    }

    @Test func `what only works is ended, however its work is shared out`() throws {
        let run = try shell(
            "while :; do :; done & while :; do :; done", limits: Limits(seconds: 0.5))

        #expect(run.excess == .time)
    }

    @Test func `a bomb of processes is stopped`() throws {
        let run = try shell(
            "n=0; while [ $n -lt 60 ]; do sleep 1000 & n=$((n + 1)); done; wait",
            limits: Limits(seconds: 20))

        #expect(run.excess == .processes)
    }

    @Test func `a flood of output is cut`() throws {
        let run = try shell("yes | head -c 3000000; echo end")

        #expect(run.output.utf8.count < 70_000)
        #expect(run.output.hasSuffix("end\n"))
    }

    @Test func `a file cannot grow without end`() throws {
        var limits = Limits(seconds: 10)
        limits.fileSize = 4096
        let bench = try Workbench()

        _ = try ConfinedRun(
            "/bin/sh", ["-c", "yes > big"], in: bench.path, limits: limits)

        #expect(bench.text("big")?.utf8.count == 4096)
    }

    @Test func `it works in its folder and finds nothing of our environment`() throws {
        let run = try shell("echo $HOME; env | grep -c UNDERSTUDY_")

        let lines = run.output.split(separator: "\n")
        #expect(lines.first?.contains("understudy-learn-") == true)
        #expect(lines.last == "1")
    }

    @Test func `a program that is not there is told`() {
        let error = #expect(throws: ConfinementFailure.self) {
            try ConfinedRun("/nowhere", [], in: "/no/such/folder", limits: Limits(seconds: 1))
        }

        #expect(error?.description.hasPrefix("/nowhere cannot be started") == true)
    }

    #if os(Linux)
    @Test func `files outside of the folder cannot be changed`() throws {
        let other = try Workbench()
        let file = try other.add("precious.txt", "mine")

        let run = try shell(
            "echo gone > \(file); rm \(file); chmod 000 \(file); touch \(other.path)/new; echo own > own"
        )

        #expect(run.report == nil)
        guard Abilities.missing.isEmpty else {
            print("This system cannot protect files: \(Abilities.missing)")
            return
        }
        #expect(other.text("precious.txt") == "mine")
        #expect(other.text("new") == nil)
    }

    @Test func `no descriptor of ours reaches it, however high`() throws {
        var limit = rlimit()
        try #require(getrlimit(Self.descriptors, &limit) == 0)
        // One of the limit's numbers is free: nobody opens files up there.
        limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 2048))
        try #require(setrlimit(Self.descriptors, &limit) == 0)
        let high = fcntl(1, F_DUPFD, Int32(clamping: limit.rlim_cur) - 8)
        try #require(high > 512)
        defer { close(high) }

        let run = try shell("ls /proc/self/fd | sort -n | tail -n 1; ulimit -n")

        let lines = run.output.split(separator: "\n").compactMap { Int($0) }
        #expect(lines.count == 2)
        #expect(lines.first.map { $0 < 16 } == true, "\(lines)")
        #expect(lines.last == 512)
    }

    private static let descriptors = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)

    @Test func `processes outside cannot be ended`() throws {
        guard Abilities.missing.isEmpty else {
            print("This system cannot protect processes: \(Abilities.missing)")
            return
        }

        let run = try shell("kill -9 \(getpid()); echo still here")

        #expect(run.output.hasSuffix("still here\n"))
    }
    #endif

    private func shell(_ line: String, limits: Limits = Limits(seconds: 10)) throws -> ConfinedRun {
        let bench = try Workbench()
        return try ConfinedRun("/bin/sh", ["-c", line], in: bench.path, limits: limits)
    }
}
