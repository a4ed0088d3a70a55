import Foundation
import Testing

@Suite struct DocumentTests {
    @Test func `the document's blocks are the seed's, byte for byte`() {
        let path = "../shared/seeds/td-threading.md"
        let seed = FileManager.default.contents(atPath: House.root.appending(path: path).path)
            .map { HouseFile(path: path, bytes: Array($0)) }
        if seed == nil {
            print("\(path) is not at hand: the blocks are compared with their checksums only.")
        }

        expectNone(DocumentRule(house: .here, seed: seed).offences())
    }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `the checksum is the standard's`(message: String, checksum: String) {
        #expect(SHA256.hexadecimal(of: Array(message.utf8)) == checksum)
    }

    @Test func `an unchanged document passes`() {
        #expect(offences(document, seed: document).isEmpty)
    }

    @Test func `one changed byte is caught at its line`() {
        let changed = document.replacing("\tpass", with: "    pass")

        let offences = offences(changed, seed: document)

        #expect(offences.map(\.line) == [2, 4])
        #expect(offences.first?.sentence.contains("says: \(checksum)") == true)
        #expect(offences.last?.sentence == "Here block 1 leaves seed.md:4.")
    }

    @Test func `a lost block is caught in both lists`() {
        let offences = offences("# No blocks\n", seed: document)

        #expect(offences.map(\.file) == [DocumentRule.checksums, DocumentRule.path])
    }

    @Test func `a missing document is caught`() {
        let offences = DocumentRule(house: House([]), seed: nil).offences()

        #expect(offences.map(\.file) == [DocumentRule.path])
    }

    private let document = "```python\nclass A:\n\tpass\n```\n```sh\nls\n```\n"
    private let checksum = SHA256.hexadecimal(of: Array("class A:\n\tpass\n".utf8))

    private func offences(_ text: String, seed: String) -> [Offence] {
        let house = House([
            HouseFile(DocumentRule.path, "\n" + text),
            HouseFile(DocumentRule.checksums, "\(checksum)  1  A\n"),
        ])
        return DocumentRule(house: house, seed: HouseFile("seed.md", "\n" + seed)).offences()
    }
}
