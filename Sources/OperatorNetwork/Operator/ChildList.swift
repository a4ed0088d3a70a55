/// The children of one operator, in the order they came, found by name in constant time.
///
/// Taking a child out leaves a hole; holes are closed once they are the most, so that a hundred
/// thousand children come and go in linear time.
nonisolated final class ChildList {
    private var slots: [Operator?] = []
    private var slotOfName: [String: Int] = [:]
    private var freeNumbers = FreeNumbers()

    var count: Int { slotOfName.count }
    var all: [Operator] { slots.compactMap { $0 } }

    subscript(name: String) -> Operator? {
        slotOfName[name].flatMap { slots[$0] }
    }

    func append(_ child: Operator, named name: String) {
        slotOfName[name] = slots.count
        slots.append(child)
    }

    func remove(named name: String) {
        guard let slot = slotOfName.removeValue(forKey: name) else { return }

        slots[slot] = nil
        freeNumbers.release(name)
        if slots.count > 32, slots.count > 2 * count { closeHoles() }
    }

    func rename(_ name: String, to newName: String) {
        guard let slot = slotOfName.removeValue(forKey: name) else { return }

        slotOfName[newName] = slot
        freeNumbers.release(name)
    }

    /// A free name: the first `base` + number from `first` that no child bears.
    func freeName(base: String, from first: Int) -> String? {
        let taken = slotOfName
        return freeNumbers.nextName(base: base, from: first) { taken[$0] != nil }
    }

    /// Empties the list.
    func takeAll() -> [Operator] {
        let children = all
        (slots, slotOfName, freeNumbers) = ([], [:], FreeNumbers())
        return children
    }

    private func closeHoles() {
        // Names may have changed since a child came, so the slots are told apart by number.
        var newSlots = [Int](repeating: 0, count: slots.count)
        var kept: [Operator?] = []
        kept.reserveCapacity(count)
        for (slot, child) in slots.enumerated() where child != nil {
            newSlots[slot] = kept.count
            kept.append(child)
        }
        slots = kept
        slotOfName = slotOfName.mapValues { newSlots[$0] }
    }
}
