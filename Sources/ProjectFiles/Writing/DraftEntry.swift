/// One entry of a mapping that is to be written.
struct DraftEntry {
    /// The key.
    let key: String
    /// What is to stand under it.
    var value: Draft
    /// The entry that stood there; nil for a new one.
    let origin: SourceEntry?

    /// Makes a new entry.
    init(_ key: String, _ value: Draft) {
        self.key = key
        self.value = value
        origin = nil
    }

    /// Keeps an entry as it stands.
    init(keeping entry: SourceEntry) {
        key = entry.key
        value = .kept(entry.value)
        origin = entry
    }
}

extension [DraftEntry] {
    /// The value under a key; nil when there is none.
    subscript(key: String) -> Draft? { first { $0.key == key }?.value }

    /// Puts a value under a key, or removes the entry.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - value: The value; nil removes.
    ///   - order: The order of keys that a new entry is put into; at the end without one.
    mutating func set(_ key: String, to value: Draft?, order: [String] = []) {
        if let index = firstIndex(where: { $0.key == key }) {
            if let value { self[index].value = value } else { remove(at: index) }
        } else if let value {
            insert(DraftEntry(key, value), at: place(of: key, order))
        }
    }

    private func place(of key: String, _ order: [String]) -> Int {
        guard let rank = order.firstIndex(of: key) else { return endIndex }
        let before = lastIndex { entry in order.firstIndex(of: entry.key).map { $0 < rank } ?? false
        }
        return before.map { $0 + 1 } ?? endIndex
    }
}
