import Synchronization
import Testing

@testable import ExtensionHost

struct TextportTests {
    /// What went out, piece by piece.
    private final class Pieces: Sendable {
        let all = Mutex<[String]>([])
        var texts: [String] { all.withLock { $0 } }
    }

    @Test func `a line goes out when it is whole, and what follows it waits`() {
        let pieces = Pieces()
        let textport = Textport { line, _ in pieces.all.withLock { $0.append(line) } }

        for text in ["a", "", "b\r", "\nc\nd", "e"] { textport.write(text, to: .output) }
        #expect(pieces.texts == ["ab\r\nc\n"])
        textport.flushAll()

        #expect(pieces.texts == ["ab\r\nc\n", "de\n"])
    }

    @Test func `a line without end goes out in pieces that lose nothing`() {
        let pieces = Pieces()
        let textport = Textport { line, _ in pieces.all.withLock { $0.append(line) } }
        let text = String(repeating: ".", count: 1 << 12)

        for _ in 0..<1000 { textport.write(text, to: .output) }
        let before = pieces.texts.count
        textport.flushAll()

        #expect(before > 1)
        #expect(pieces.texts.joined() == String(repeating: ".", count: 1000 << 12) + "\n")
    }
}
