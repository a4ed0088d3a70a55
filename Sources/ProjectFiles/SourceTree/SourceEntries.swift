/// The entries of a mapping while it is read: each key once, merged ones after its own.
struct SourceEntries {
    private static let few = 16

    private var own: [SourceEntry] = []
    private var merged: [SourceEntry] = []
    private var places: [String: Int] = [:]

    /// Adds an entry.
    ///
    /// - Throws: `ProjectError` when its key is there already.
    mutating func append(_ entry: SourceEntry) throws(ProjectError) {
        if let first = index(of: entry.key) {
            throw RepeatedKey.error(entry.key, at: entry.place, first: own[first].place.line)
        }
        own.append(entry)
        if own.count == Self.few {
            for (index, entry) in own.enumerated() { places[entry.key] = index }
        } else if own.count > Self.few {
            places[entry.key] = own.count - 1
        }
    }

    /// Takes in the entries of the mapping, or of each mapping in the list, that `<<` names.
    mutating func merge(_ node: SourceNode) {
        switch node.value {
        case .mapping(let entries): merged += entries
        case .list(let nodes): for node in nodes { merge(node) }
        default: break
        }
    }

    /// Every entry.
    var all: [SourceEntry] {
        guard !merged.isEmpty else { return own }
        var known = Set(own.map(\.key))
        return own + merged.filter { known.insert($0.key).inserted }
    }

    /// Most mappings are so small that comparing is faster than hashing.
    private func index(of key: String) -> Int? {
        own.count < Self.few ? own.firstIndex { $0.key == key } : places[key]
    }
}
