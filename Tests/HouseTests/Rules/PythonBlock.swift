/// One Python block of a Markdown document, with its bytes as they stand there.
struct PythonBlock: Equatable {
    /// The block's place among the Python blocks, counted from 1.
    let number: Int
    /// The line of the opening fence, counted from 1.
    let line: Int
    /// Everything between the fence lines, the last line end included.
    let bytes: [UInt8]

    /// The lines, each with its own bytes.
    var lines: [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The name of the first class or function that the block defines.
    var firstName: String {
        let text = String(decoding: bytes, as: UTF8.self)
        let match = text.firstMatch(of: /(?m)^\s*(?:class|def|async def)\s+(\w+)/)
        return match.map { String($0.output.1) } ?? "-"
    }

    /// The Python blocks of a document, in their order.
    static func all(in document: HouseFile) -> [PythonBlock] {
        var blocks: [PythonBlock] = []
        var open: (line: Int, bytes: [UInt8])?
        let newline = UInt8(ascii: "\n")
        let lines = document.bytes.split(separator: newline, omittingEmptySubsequences: false)
        for (offset, line) in lines.enumerated() {
            if let block = open {
                if line.starts(with: "```".utf8) {
                    blocks.append(
                        PythonBlock(number: blocks.count + 1, line: block.line, bytes: block.bytes))
                    open = nil
                } else {
                    open?.bytes += line + [newline]
                }
            } else if line.starts(with: "```python".utf8) {
                open = (offset + 1, [])
            }
        }
        return blocks
    }
}
