import Testing

@testable import ProjectFiles

@Suite struct SourceFileTests {
    @Test func `bytes are kept, except for a byte order mark`() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("a.txt", [0xEF, 0xBB, 0xBF] + Array("a\r\n\tb\0\r".utf8))

        let source = try SourceFile(path)

        #expect(Array(source.text.utf8) == Array("a\r\n\tb\0\r".utf8))
    }

    @Test func `a file past the limit is refused`() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("a.txt", "12345")

        #expect(try SourceFile(path, limit: 5).text == "12345")
        #expect(throws: ProjectError.self) { try SourceFile(path, limit: 4) }
    }

    @Test(arguments: [[0xC3], [0xE2, 0x82], [0xFF], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func `every kind of broken UTF-8 is found at its first byte`(broken: [UInt8]) throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("a.txt", Array("ä\n€".utf8) + broken)

        let error = #expect(throws: ProjectError.self) { try SourceFile(path) }

        #expect(error?.line == 2)
        #expect(error?.reason.contains("at offset 6 is not UTF-8") == true)
    }

    @Test func `a folder cannot be read as a file`() throws {
        let scratch = try ScratchFolder()

        let error = #expect(throws: ProjectError.self) { try SourceFile(scratch.path) }

        #expect(error?.reason.hasPrefix("The file cannot be read: ") == true)
    }
}
