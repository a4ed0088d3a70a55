@testable import ExtensionHost
import Foundation
import OperatorNetwork
import TestSupport
import Testing

/// Random calls of the whole API, most of them wrong, with a look at the whole network after each.
///
/// `UNDERSTUDY_FUZZ_SECONDS=60` makes it last as long, `UNDERSTUDY_FUZZ_SEED` repeats what failed, and
/// `UNDERSTUDY_FUZZ_TRACE=1` tells each call before it is made, should one end the process.
@MainActor @Suite(.serialized)
struct APIFuzzTests {
    private let environment = ProcessInfo.processInfo.environment

    @Test func `no call of the API breaks the network`() throws {
        let host = try RunningHost()
        let seconds = environment["UNDERSTUDY_FUZZ_SECONDS"].flatMap(Double.init) ?? 2
        // Always the same calls unless others are asked for: a change is judged by itself.
        let seed = environment["UNDERSTUDY_FUZZ_SEED"].flatMap(Int.init) ?? 2026
        print("The API's fuzz begins with seed \(seed).")
        for (name, file) in [
            ("fuzz_words", "fuzz_words"), ("fuzz_values", "fuzz_values"), ("fuzz", "network_fuzz"),
        ] {
            try host.text(name, script(file), in: host.network.root)
        }
        // The classes of all types are made first, which takes a moment of its own.
        host.evaluate("len(families['DAT'])")
        let deadline = Date(timeIntervalSinceNow: seconds)
        var calls = 0
        var faults: [String] = []
        while Date() < deadline, faults.isEmpty {
            faults = try play(host, seed: seed, number: calls)
            calls += 1
        }
        let trace = host.evaluate("'\\n'.join(op('/fuzz').module.trace[-30:])") ?? ""
        print("The API's fuzz made \(calls) calls.")
        #expect(faults.isEmpty, "seed \(seed), call \(calls):\n\(trace)")
    }

    /// Makes one call, or lets a frame pass, and says what does not hold afterwards.
    private func play(_ host: RunningHost, seed: Int, number: Int) throws -> [String] {
        let before = host.errors.count
        if environment["UNDERSTUDY_FUZZ_TRACE"] != nil { print("call \(number)") }
        let began = Date()
        var faults: [String] = []
        if number % 10 == 9 {
            host.frames(1)
        } else if host.evaluate("op('/fuzz').module.play(\(seed), \(number))") == nil {
            faults += ["it raised what no call may raise"] + host.errors.suffix(20)
        }
        let seconds = Date().timeIntervalSince(began)
        faults += NetworkInvariants(network: host.network).faults
        let answer = host.evaluate("'\\n'.join(op('/fuzz_values').module.faults())")
        if answer != "" {
            faults += [answer ?? "the look at the network failed"] + host.errors.suffix(20)
        }
        if seconds > 60 { faults.append("it took \(seconds) seconds") }
        faults += host.errors.dropFirst(before).filter { line in
            Self.bugs.contains { line.hasPrefix($0) }
        }
        if number % 100 == 0 { host.clearLines() }
        return faults
    }

    /// How the last line of a traceback begins that no call may end in.
    private static let bugs = ["SystemError", "AssertionError", "MemoryError"]

    private func script(_ name: String) throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../python/tests/\(name).py").standardizedFileURL
        return try String(contentsOf: file, encoding: .utf8)
    }
}
