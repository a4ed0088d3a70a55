import OperatorNetwork

/// Stands in for the layer above: hands out companions with texts and counts their releases.
@MainActor enum FakePeers {
    private static var texts: [UnsafeMutableRawPointer: String] = [:]
    private(set) static var releases: [UnsafeMutableRawPointer: Int] = [:]
    private(set) static var reads = 0

    /// Runs a body with the fake installed and afterwards takes it away again.
    static func installed<Result>(_ body: () throws -> Result) rethrows -> Result {
        let (readText, release) = (CellPeers.readText, CellPeers.release)
        defer { (CellPeers.readText, CellPeers.release) = (readText, release) }
        (texts, releases, reads) = ([:], [:], 0)
        CellPeers.readText = { peer in
            MainActor.assumeIsolated { [address = UInt(bitPattern: peer)] in
                reads += 1
                return UnsafeMutableRawPointer(bitPattern: address).flatMap { texts[$0] } ?? "?"
            }
        }
        CellPeers.release = { peer in
            MainActor.assumeIsolated { [address = UInt(bitPattern: peer)] in
                guard let peer = UnsafeMutableRawPointer(bitPattern: address) else { return }
                releases[peer, default: 0] += 1
            }
        }
        return try body()
    }

    /// Puts a companion alone into a cell, as the layer above does when it writes.
    static func put(_ text: String, into table: Table, row: Int, column: Int) {
        let position = row * table.columns + column
        guard let peer = UnsafeMutableRawPointer(bitPattern: 16 * (texts.count + 1)) else { return }
        texts[peer] = text
        table.storage.pointee.cells[position] = TableCell(peer: peer, text: nil)
        table.storage.pointee.version += 1
    }

    /// Whether every companion handed out was released once, and only once.
    static var areAllReleasedOnce: Bool {
        releases.count == texts.count && releases.values.allSatisfy { $0 == 1 }
    }
}
