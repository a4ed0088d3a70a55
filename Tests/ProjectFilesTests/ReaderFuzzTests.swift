import Foundation
import OperatorNetwork
import Testing

@testable import ProjectFiles

/// Random changes to real texts, given to every reader: each must end, with values or an error.
///
/// `UNDERSTUDY_FUZZ` asks for another number of executions, `UNDERSTUDY_FUZZ_SEED` for other changes.
@Suite struct ReaderFuzzTests {
    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    /// A generator that gives the same numbers every time.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let words = [
        "&a", "*a", "<<: *a", "!!python/object:os.system", "? ", "- ", ": ", "|", ">-", "\t", "\0",
        "[", "{", "}", "]", "'", "\"", "\\u0000", "=", "~", "$t", "$type", "tdn_ref", "../", "#",
        "1e999", "0x", "99999999999999999999", "\r", "\u{FEFF}", "---", "...", "%YAML 1.1",
    ]

    private static let texts: [String] = [
        """
        format: tdn
        network_path: /a
        type_defaults: {textDAT: {flags: [viewer], parameters: {a: =b}}}
        par_templates: {t: [{name: A, style: Int}]}
        custom_pars: {P: {$t: t, A: 1}, Q: [{name: B, style: RGBA, size: 3, values: [1, .5, 0]}]}
        storage: {s: {$type: tuple, $value: [1, 2]}, y: {$type: bytes, $value: AAEC}}
        operators:
        - name: x
          type: textDAT
          inputs: [null, y]
          dat_content: |
            def f():
              pass
        - {name: y, type: tableDAT, dat_content_format: table, dat_content: [[a, 1.50], [b, on]]}
        - name: z
          type: baseCOMP
          sequences: {ext: [{object: "op('./X')", promote: true}, {}]}
          children: [{name: c, type: textDAT, dock: d}]

        """,
        #"{"operators": [{"name": "a", "type": "textDAT", "dat_content": ["x", "\u00e4"]}]}"#,
        "# T\n\n```python op=/a\nx = 1\n```\n\n~~~py\n> quote\n~~~\n- list\n\n    code\n",
        "COMP:base\nv 1 2 3\ntile 1 2 3 4\nflags =  viewer 1\ninputs\n{\n0 \ta\n}\nend\n",
        "1\ncompinputs\n{\n0 \ta\n\tin1\n\tCHOP\n}\nend\n",
        "?\na 0 x y\nb 17 \"q\\\"\" me.x\nc 563 1 \"a b\" c d\n?\n",
        "772804865 G G 1 3 1 0 1 4 4 0 1.5 \"\" Main 4097 2 a A b 'B B' 0\n",
        "1\n*\0\0\0\u{1}\0\0\0\u{1}\0\0\0\u{1}\0\0\0\0\0\0\0\u{2}\0\0\0\u{1}a",
    ]

    private static let pickle: [UInt8] = [
        0x80, 4, 0x7D, 0x94, 0x28, 0x8C, 1, 0x61, 0x94, 0x5D, 0x94, 0x28, 0x4B, 1, 0x4B, 2, 0x65,
        0x8C, 1, 0x62, 0x63, 0x6F, 0x73, 0x0A, 0x78, 0x0A, 0x29, 0x52, 0x75, 0x2E,
    ]

    /// A folder with one file, and a file behind it.
    private static let packed: [UInt8] = [
        0x36, 0x34, 2, 0x61, 0, 0x34, 4, 0, 0, 0, 2, 0x62, 0x2E, 0x6E, 0, 0x78, 0x79, 0x35, 0x34, 2,
        0, 0, 0, 0, 0x63, 0,
    ]

    private static let seeds: [[UInt8]] = texts.map { Array($0.utf8) } + [pickle, packed]

    @MainActor @Test func `no reader crashes, hangs or grows without bound`() throws {
        let count = Int(Self.number("UNDERSTUDY_FUZZ") ?? 4000)
        let seed = Self.number("UNDERSTUDY_FUZZ_SEED") ?? 1
        var random = Random(state: seed)
        let folder = try ProjectFolder("/")
        for number in 1...max(1, count) {
            var bytes = Self.seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes, &random) }
            execute(bytes, folder)
            if number % 1_000_000 == 0 { print("\(number) of \(count) texts were read.") }
        }
        print("All \(count) texts were read, seed \(seed).")
    }

    private func change(_ bytes: inout [UInt8], _ random: inout Random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1 where place < bytes.count:
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + 8))
        case 3: bytes.insert(contentsOf: bytes[..<place].suffix(16), at: place)
        case 4: bytes.removeLast(bytes.count - place)
        default:
            let word = Self.words.randomElement(using: &random) ?? ""
            bytes.insert(contentsOf: Array(word.utf8), at: place)
        }
    }

    @MainActor private func execute(_ bytes: [UInt8], _ folder: ProjectFolder) {
        let source = SourceFile(text: String(decoding: bytes, as: UTF8.self), file: "fuzz")
        let reading = ProjectReading(folder: folder)
        if let node = try? SourceTree.read(source, reading) {
            readNetwork(node, source, reading)
        }
        _ = try? MarkdownDocument(source)
        _ = try? NodeFile(source)
        _ = ConnectorFile.inputs(source)
        var packed = PackedFiles()
        try? packed.unpack(bytes, at: "fuzz")
        _ = DelimitedText.rows(of: source.text, suffix: "csv")
        for line in source.text.split(separator: "\n") {
            _ = ParameterLine(line)
            _ = CustomParameterLine(
                line, pages: ["Main"], place: SourcePlace(file: "fuzz", line: 1))
        }
        _ = try? DATBody.text(bytes, file: "fuzz")
        _ = try? DATBody.table(bytes, file: "fuzz")
        var pickle = Pickle(bytes)
        _ = try? pickle.entries()
    }

    /// What is read must be written so that it reads back as the same.
    @MainActor private func readNetwork(
        _ node: SourceNode, _ source: SourceFile, _ reading: ProjectReading
    ) {
        let draft = Draft.kept(node)
        if case .mapping = node.value {
            let text = YAMLWriter.text(of: draft, in: source)
            if !DraftCheck.reads(text, as: draft) { Issue.record("\(source.text)\n=>\n\(text)") }
        }
        guard let document = try? TDNDocument(source, reading),
            let target = try? document.target()
        else { return }
        _ = try? NetworkBuilder(Network()).build(
            ProjectDescription(
                name: "fuzz", file: "fuzz", folder: "/", networkPath: document.networkPath,
                target: target))
    }
}
