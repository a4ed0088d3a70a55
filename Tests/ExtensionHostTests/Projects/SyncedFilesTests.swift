import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct SyncedFilesTests {
    /// Files in memory, so that no test waits for a disk.
    private final class Memory: FileStore {
        var files: [String: [UInt8]] = [:] { didSet { count += 1 } }
        var stamps = 0
        /// Where links lead, by their paths.
        var links: [String: String] = [:]
        private var count: Int64 = 0
        private var written: [String: (count: Int64, bytes: [UInt8])] = [:]

        subscript(path: String) -> String? {
            get { files[path].map { String(decoding: $0, as: UTF8.self) } }
            set { files[path] = newValue.map { Array($0.utf8) } }
        }

        func stamp(of path: String) -> FileStamp? {
            stamps += 1
            guard let bytes = files[path] else { return nil }
            if written[path]?.bytes != bytes { written[path] = (count, bytes) }
            return FileStamp(
                modified: written[path]?.count ?? 0, size: Int64(bytes.count), number: 1)
        }

        func realPath(of path: String) -> String? { links[path] ?? path }

        func bytes(of path: String) throws(ProjectStoreError) -> [UInt8] {
            if let bytes = files[path] { return bytes }
            throw ProjectStoreError(description: "\(path): There is no such file.")
        }

        func write(_ bytes: [UInt8], to path: String) throws(ProjectStoreError) {
            guard !path.contains("full") else {
                throw ProjectStoreError(description: "\(path): There is no space left.")
            }
            files[path] = bytes
        }
    }

    private func project() throws -> (RunningHost, Memory) {
        let host = try RunningHost { $0.projectFolder = "/tmp" }
        let memory = Memory()
        host.host.fileStore = memory
        return (host, memory)
    }

    private func synced(
        _ host: RunningHost, _ file: String, _ type: OperatorType = TextDAT.type
    ) throws -> Operator {
        let dat = try host.create(type, "dat")
        try dat.parameters["file"]?.set(.string(file))
        try dat.parameters["syncfile"]?.set(.bool(true))
        return dat
    }

    @Test func `a file is loaded at the start, and again within 200 ms of a change`() throws {
        let (host, memory) = try project()
        memory["/tmp/a.py"] = "x = 1\n"
        let dat = try synced(host, "a.py")

        host.host.start()
        #expect(dat.content?.text == "x = 1\n")
        memory["/tmp/a.py"] = "x = 2\n"
        host.frames(12)

        #expect(dat.content?.text == "x = 2\n")
        #expect(dat.origin == SourceOrigin(file: "/tmp/a.py", line: 1))
    }

    @Test func `an extension is made anew when its file changes`() throws {
        let (host, memory) = try project()
        let text = "class LampExt:\n    def __init__(self, ownerComp): self.Level = 1\n"
        let lamp = try host.component("lamp", extension: "LampExt", text)
        memory["/tmp/LampExt.py"] = text
        let dat = try #require(lamp.child(named: "LampExt"))
        try dat.parameters["file"]?.set(.string("LampExt.py"))
        try dat.parameters["syncfile"]?.set(.bool(true))
        host.host.start()
        #expect(host.evaluate("op('lamp').Level") == "1")

        memory["/tmp/LampExt.py"] = text.replacing("= 1", with: "= 2")
        host.frames(14)

        #expect(host.evaluate("op('lamp').Level") == "2")
    }

    @Test func `what a script writes goes into the file, once`() throws {
        let (host, memory) = try project()
        memory["/tmp/a.txt"] = "old"
        _ = try synced(host, "a.txt")
        host.host.start()

        host.evaluate("op('dat').write(' and new')")
        host.frames(20)

        #expect(memory["/tmp/a.txt"] == "old and new")
        #expect(host.evaluate("op('dat').text") == "old and new")
    }

    @Test func `tables are kept with tabs, or with commas by their suffix`() throws {
        let (host, memory) = try project()
        memory["/tmp/a.csv"] = "a,\"b,c\"\n"
        let dat = try synced(host, "a.csv", TableDAT.type)
        host.host.start()
        #expect(dat.content?.table.text(row: 0, column: 1) == "b,c")

        host.evaluate("op('dat').appendRow(['1', 'x\"y'])")
        host.frames(2)

        #expect(memory["/tmp/a.csv"]?.hasPrefix("a,\"b,c\"") == true)
        #expect(memory["/tmp/a.csv"]?.contains("1,\"x\"\"y\"") == true)
    }

    @Test(arguments: [
        ([0xFF, 0xFE, 0xE4, 0x00] as [UInt8], "ä"), ([0xEF, 0xBB, 0xBF, 0x61], "a"),
        ([0xFE, 0xFF, 0x00, 0x61], "a"), ([0x80, 0xE4], "€ä"), ([0xC3, 0xA4], "ä"),
    ])
    func `a file keeps its encoding when it is written back`(
        bytes: [UInt8], text: String
    ) throws {
        let (host, memory) = try project()
        memory.files["/tmp/a.txt"] = bytes
        let dat = try synced(host, "a.txt")
        host.host.start()
        #expect(dat.content?.text == text)

        try dat.content?.setText("")
        host.frames(10)
        try dat.content?.setText(text)
        host.frames(10)

        #expect(memory.files["/tmp/a.txt"] == bytes)
    }

    @Test(arguments: ["../secret.txt", "/etc/passwd", "a/../../b", "..\\up.txt", "out/a.txt"])
    func `a project's file may not lead out of its folder`(path: String) throws {
        let (host, memory) = try project()
        memory["/etc/passwd"] = "secret"
        memory["/tmp/../secret.txt"] = "secret"
        memory["/tmp/out/a.txt"] = "secret"
        memory.links["/tmp/out/a.txt"] = "/elsewhere/a.txt"
        let dat = try synced(host, path)

        host.host.start()
        host.frames(20)

        #expect(dat.content?.text == "")
        try dat.content?.setText("overwritten")
        host.frames(20)
        #expect(!memory.files.values.contains(Array("overwritten".utf8)))
        #expect(host.errors.count { $0.contains("leads out of the project's folder") } == 1)
    }

    @Test func `a project's file may not lead out of its folder by a link either`() throws {
        let (host, memory) = try project()
        memory["/tmp/a/passwd"] = "secret"
        memory.links["/tmp/a/passwd"] = "/etc/passwd"
        let dat = try synced(host, "a/passwd")

        host.host.start()
        try dat.content?.setText("mine")
        host.frames(20)

        #expect(memory["/tmp/a/passwd"] == "secret")
        #expect(host.errors.count { $0.contains("leads out of the project's folder") } == 1)
    }

    @Test func `a script may name any file`() throws {
        let (host, memory) = try project()
        memory["/elsewhere/a.txt"] = "x"
        host.host.start()

        let dat = try synced(host, "/elsewhere/a.txt")
        host.frames(2)

        #expect(dat.content?.text == "x")
    }

    @Test func `loadonstart loads once, and turning syncfile off ends it`() throws {
        let (host, memory) = try project()
        memory["/tmp/a.txt"] = "1"
        let once = try host.create(TextDAT.type, "once")
        try once.parameters["file"]?.set(.string("a.txt"))
        try once.parameters["loadonstart"]?.set(.bool(true))
        let dat = try synced(host, "a.txt")
        host.host.start()
        #expect(once.content?.text == "1")

        try dat.parameters["syncfile"]?.set(.bool(false))
        memory["/tmp/a.txt"] = "2"
        host.frames(20)

        #expect(once.content?.text == "1")
        #expect(dat.content?.text == "1")
    }

    @Test func `a file that cannot be written is told once`() throws {
        let (host, memory) = try project()
        memory["/tmp/full.txt"] = "1"
        let dat = try synced(host, "full.txt")
        host.host.start()

        for text in ["2", "3"] {
            try dat.content?.setText(text)
            host.frames(10)
        }

        #expect(
            host.errors == ["[understudy] /project1/dat: /tmp/full.txt: There is no space left."])
    }

    @Test func `pulses load and write at once`() throws {
        let (host, memory) = try project()
        memory["/tmp/a.txt"] = "1"
        let dat = try host.create(TextDAT.type, "dat")
        try dat.parameters["file"]?.set(.string("a.txt"))
        host.host.start()

        host.evaluate("op('dat').par.loadonstartpulse.pulse()")
        #expect(dat.content?.text == "1")
        try dat.content?.setText("2")
        host.evaluate("op('dat').par.writepulse.pulse()")

        #expect(memory["/tmp/a.txt"] == "2")
    }

    @Test func `a DAT that changes each frame is written ten times a second, and at the end`()
        throws
    {
        let (host, memory) = try project()
        memory["/tmp/a.txt"] = "0"
        let dat = try synced(host, "a.txt")
        host.host.start()

        var seen: Set<String> = []
        for number in 1...61 {
            try dat.content?.setText("\(number)")
            host.frames(1)
            seen.insert(memory["/tmp/a.txt"] ?? "")
        }
        host.host.end()

        #expect((8...12).contains(seen.count), "\(seen)")
        #expect(memory["/tmp/a.txt"] == "61")
    }

    @Test(arguments: [0, 12])
    func `what somebody else wrote meanwhile is not lost, and told`(framesAfter: Int) throws {
        let (host, memory) = try project()
        memory["/tmp/a.txt"] = "old"
        let dat = try synced(host, "a.txt")
        host.host.start()
        host.frames(10)
        // Written a moment ago, so that the next writing waits.
        try dat.content?.setText("a script's first")
        host.frames(1)

        memory["/tmp/a.txt"] = "an editor's"
        try dat.content?.setText("a script's")
        host.frames(framesAfter)
        host.host.end()

        #expect(memory["/tmp/a.txt"] == "an editor's")
        #expect(dat.content?.text == "an editor's")
        #expect(host.errors.count { $0.contains("was changed by somebody else") } == 1)
    }

    @Test func `a project without such DATs asks for no file`() throws {
        let (host, memory) = try project()
        try host.text("plain", "x")
        host.host.start()

        host.frames(100)

        #expect(memory.stamps == 0)
    }
}
