/// The children of one operator, in the order they came, found by name in constant time.
///
/// The names are the children's own, so all that finding takes is a table of small numbers. Taking a
/// child out leaves a hole; holes are closed once they are the most, so that a hundred thousand
/// children come and go in linear time.
final class ChildList {
    /// As many children are found by looking at each of them.
    private static let fewChildren = 8

    // SAFETY: changed on the main thread, and by `takeAll` in the parent's `deinit`, when nobody else
    // has the list.
    private nonisolated(unsafe) var slots: [Operator?] = []
    /// Slots by the hash of their child's name, counted from 1; 0 is free, -1 was left.
    ///
    /// Empty for few children.
    private var places: [Int32] = []
    /// How many places are not free.
    private var usedPlaces = 0
    private(set) var count = 0
    private var freeNumbers = FreeNumbers()

    var all: [Operator] { slots.compactMap { $0 } }

    subscript(name: String) -> Operator? {
        var name = name
        return name.withUTF8 { self[UnsafeRawBufferPointer($0)] }
    }

    /// The child whose name these bytes spell.
    subscript(name: UnsafeRawBufferPointer) -> Operator? { slot(of: name).flatMap { slots[$0] } }

    func append(_ child: Operator) {
        slots.append(child)
        count += 1
        enter(slots.count - 1, child.name)
    }

    func remove(_ child: Operator) {
        guard let slot = leave(child.name) else { return }

        slots[slot] = nil
        count -= 1
        freeNumbers.release(child.name)
        if slots.count > 32, slots.count > 2 * count {
            slots = all
            makePlaces()
        }
    }

    func rename(_ child: Operator, to name: String) {
        guard let slot = leave(child.name) else { return }

        freeNumbers.release(child.name)
        child.name = name
        enter(slot, name)
    }

    /// A free name: the first `base` + number from `first` that no child bears.
    func freeName(base: String, from first: Int) -> String? {
        freeNumbers.nextName(base: base, from: first) { self[$0] != nil }
    }

    /// Takes the children out of a list that is not used any more.
    nonisolated func takeAll() -> [Operator] {
        defer { slots = [] }
        return slots.compactMap { $0 }
    }

    private func slot(of name: UnsafeRawBufferPointer) -> Int? {
        if places.isEmpty { return slots.firstIndex { Self.bears($0, name) } }
        let mask = places.count - 1
        var place = Self.hash(name) & mask
        while places[place] != 0 {
            let slot = Int(places[place]) - 1
            if slot >= 0, Self.bears(slots[slot], name) { return slot }
            place = (place + 1) & mask
        }
        return nil
    }

    private func enter(_ slot: Int, _ name: String) {
        guard !places.isEmpty || slots.count > Self.fewChildren else { return }
        guard 2 * (usedPlaces + 1) <= places.count else { return makePlaces() }
        fill(slot, name)
    }

    private func fill(_ slot: Int, _ name: String) {
        let mask = places.count - 1
        var name = name
        var place = name.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) } & mask
        while places[place] != 0 { place = (place + 1) & mask }
        places[place] = Int32(slot + 1)
        usedPlaces += 1
    }

    /// Takes a name out of the table.
    ///
    /// - Returns: The slot of the child that bears it.
    private func leave(_ name: String) -> Int? {
        var name = name
        let (slot, hash) = name.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            return (self.slot(of: bytes), Self.hash(bytes))
        }
        guard let slot, !places.isEmpty else { return slot }
        let mask = places.count - 1
        var place = hash & mask
        while places[place] != Int32(slot + 1) { place = (place + 1) & mask }
        places[place] = -1
        return slot
    }

    private func makePlaces() {
        var size = 32
        while size < 4 * count { size *= 2 }
        places = [Int32](repeating: 0, count: size)
        usedPlaces = 0
        for (slot, child) in slots.enumerated() {
            if let child { fill(slot, child.name) }
        }
    }

    private static func bears(_ child: Operator?, _ name: UnsafeRawBufferPointer) -> Bool {
        guard var own = child?.name else { return false }
        return own.withUTF8 { $0.count == name.count && $0.elementsEqual(name) }
    }

    /// The FNV-1a hash of a name.
    private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
