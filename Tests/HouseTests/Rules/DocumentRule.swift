/// Keeps the document's Python blocks as they were written, byte for byte.
struct DocumentRule {
    static let path = "python/document/td-threading.md"
    static let checksums = "python/document/checksums.txt"

    let house: House
    /// The document that the blocks come from, where it is at hand.
    let seed: HouseFile?

    /// Every block that differs from its checksum or from the seed's.
    func offences() -> [Offence] {
        guard let document = house[Self.path] else { return [missing(Self.path)] }
        guard let list = house[Self.checksums] else { return [missing(Self.checksums)] }
        let blocks = PythonBlock.all(in: document)
        return checksumOffences(blocks, list) + seedOffences(blocks)
    }

    private func missing(_ path: String) -> Offence {
        Offence(file: path, line: 1, sentence: "The file is missing.")
    }

    private func checksumOffences(_ blocks: [PythonBlock], _ list: HouseFile) -> [Offence] {
        let recorded = list.lines.enumerated().filter { !$0.element.isEmpty }
        var offences = zip(blocks, recorded).compactMap { block, entry in
            let words = entry.element.split(separator: " ").map(String.init)
            let checksum = SHA256.hexadecimal(of: block.bytes)
            return words == [checksum, "\(block.number)", block.firstName]
                ? nil
                : Offence(
                    file: Self.path, line: block.line,
                    sentence: "Block \(block.number) (\(block.firstName)) has the SHA-256 "
                        + "\(checksum), and \(Self.checksums):\(entry.offset + 1) says: "
                        + "\(entry.element)")
        }
        if blocks.isEmpty || blocks.count != recorded.count {
            offences.append(
                Offence(
                    file: Self.checksums, line: 1,
                    sentence: "It records \(recorded.count) blocks, and the document "
                        + "has \(blocks.count)."))
        }
        return offences
    }

    private func seedOffences(_ blocks: [PythonBlock]) -> [Offence] {
        guard let seed else { return [] }
        let originals = PythonBlock.all(in: seed)
        var offences = zip(blocks, originals).filter { $0.bytes != $1.bytes }.map {
            block, original in
            let lines = zip(block.lines, original.lines).prefix { $0 == $1 }.count
            return Offence(
                file: Self.path, line: block.line + 1 + lines,
                sentence:
                    "Here block \(block.number) leaves \(seed.path):\(original.line + 1 + lines).")
        }
        if blocks.count != originals.count {
            offences.append(
                Offence(
                    file: Self.path, line: 1,
                    sentence: "It has \(blocks.count) Python blocks, and \(seed.path) "
                        + "has \(originals.count)."))
        }
        return offences
    }
}
