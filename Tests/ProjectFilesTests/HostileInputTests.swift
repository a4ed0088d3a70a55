import Foundation
import OperatorNetwork
import Testing

@testable import ProjectFiles

/// Files that are made to harm: each is refused by name and line, in bounded time and memory.
@Suite struct HostileInputTests {
    @Test(arguments: ["a.tdn", "a.md", "a.py"])
    func `a file of a gigabyte is refused before it is read`(name: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write(name, "x")
        // A file with a hole has its size without having its bytes.
        truncate(scratch.file(name), 1 << 30)

        let error = scratch.failure(name)

        #expect(error?.file == scratch.file(name))
        #expect(error?.reason == "The file is larger than 200 MB.")
    }

    @Test func `a pipe is empty, not waited for`() throws {
        let scratch = try ScratchFolder()
        mkfifo(scratch.file("pipe"), 0o600)

        #expect(try FileSystem.bytes(of: scratch.file("pipe"), limit: 10) == [])
    }

    @Test(arguments: [
        ("[", "Values are nested more than 500 deep"),
        ("a: {", "Values are nested more than 500 deep"),
        ("- ", "Values are nested more than 500 deep"),
        ("? ", "A list or mapping is used as the key"),
        ("[{\"a\":", "Values are nested more than 500 deep"),
    ])
    func `deep nesting is refused where it passes the limit`(sign: String, says: String) throws {
        let error = try ScratchFolder().failure(
            ofNetwork: String(repeating: sign, count: 200_000))

        #expect(error?.line == 1)
        #expect(error?.reason.hasPrefix(says) == true)
    }

    @Test(arguments: [
        ("operators: []\nstorage: {a: \"x\0y\"}\n", 2, "control characters are not allowed"),
        ("operators:\n- name: a\n  type: textDAT\n  flags: [view", 4, "flow sequence"),
        ("operators:\n- name: a\n  comment: \"open", 3, "quoted scalar"),
        ("{\"operators\": [\n", 2, "ends where a value is expected"),
        ("\n\n@", 3, "cannot start any token"),
    ])
    func `a broken file is refused with the line`(text: String, line: Int, says: String) throws {
        let error = try ScratchFolder().failure(ofNetwork: text)

        #expect(error?.line.map { abs($0 - line) <= 1 } == true)
        #expect(error?.reason.contains(says) == true, "\(String(describing: error))")
    }

    @Test func `a table of more cells than a project may hold is refused`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("show/cells.tsv", [UInt8](repeating: 9, count: 6_000_000))

        let error = scratch.failure("show")

        #expect(error?.file.hasSuffix("cells.tsv") == true)
        #expect(error?.reason.contains("more than 5000000 values") == true)
    }

    @Test func `a message quotes no more than a line can hold`() throws {
        let failure = try ScratchFolder().failure(
            ofNetwork: "network_path: \(String(repeating: "a/", count: 50_000))\n"
                + "operators: []\n")
        let error = try #require(failure)

        #expect(error.line == 1)
        #expect(error.description.utf8.count < 2000)
        #expect(error.description.hasSuffix("Write it like /project1 or /project1/base1."))
    }
}
