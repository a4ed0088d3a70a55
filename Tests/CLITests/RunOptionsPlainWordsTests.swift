import ArgumentParser
import Testing

@testable import CLI

@Suite struct RunOptionsPlainWordsTests {
    private static let plain: [[String]] = [
        ["a.py"], ["a.py", "--frames", "1", "-q"], ["--quiet", "a.py", "--frames", "+7"],
        ["a b/ä.md", "--seconds", "1e3", "--fps", "29.97"], ["a", "--forever", "--strict"],
        ["a", "--clock", "virtual", "--guard", "abort", "--format", "json"],
        ["a", "--call", "-1", "--call", "--frames", "--print", "-q", "--print", "x"],
        ["a", "--frames", "2", "--", "--frames", "-q", "--", ""], ["a", "--"],
        ["a.py", "--listen", "0.0.0.0"], ["a.py", "-q", "--listen", "::1"],
        ["a.py", "--venv", "env"],
        ["--call", "a", "b", "--", "c"],
    ]

    @Test(arguments: plain)
    func `plain words are read as ArgumentParser reads them`(words: [String]) throws {
        let slowly = try #require(
            try RootCommand.parseAsRoot(["run"] + words) as? RunCommand)

        let quickly = RunOptions(plainWords: ["run"] + words)

        #expect(quickly == slowly.options)
    }

    @Test(arguments: [
        [], ["run"], ["run", ""], ["a.py"], ["run", "a.py", "b.py"], ["run", "--help"],
        ["run", "a.py", "-h"], ["run", "a.py", "--frames=1"], ["run", "a.py", "--frames"],
        ["run", "a.py", "--frames", "one"], ["run", "a.py", "--frames", "-1"],
        ["run", "a.py", "--frames", "1", "--frames", "2"], ["run", "a.py", "-qq"],
        ["run", "a.py", "--clock", "wall"], ["run", "a.py", "--fps", "nan"],
        ["run", "a.py", "--frames", "1", "--forever"], ["run", "-", "--version"],
        ["run", "a.py", "--nonsense"], ["help", "run"], ["run", "--", "a.py"],
        ["run", "a.py", "--print", "--"], ["run", "a.py", "--listen", "-q"],
        ["run", "a.py", "--listen", "everybody"], ["run", "a.py", "--listen", "--"],
    ])
    func `all other words are left to ArgumentParser`(words: [String]) {
        #expect(RunOptions(plainWords: words) == nil)
    }
}
