/// A run of equal blocks of parameters, such as `ext0object ext0name ext0promote ext1object …`.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/Sequence_Class>
package final class ParameterSequence {
    /// The most blocks a sequence may have.
    package static let blockLimit = 100_000

    /// The parameter that holds the number of blocks, and whose name starts their names.
    package let parameter: Parameter
    /// The parameters, block by block.
    package internal(set) var blocks: [[Parameter]] = []

    init(_ parameter: Parameter) {
        self.parameter = parameter
    }

    package var name: String { parameter.name }

    /// How many groups of parameters a block has.
    package var blockSize: Int { Set(parameter.definition.block.map(\.group)).count }

    /// The fewest blocks: a built-in sequence keeps one.
    package var fewest: Int { parameter.definition.isCustom ? 0 : 1 }

    /// The parameter of a base name in a block: `object` in block 1 is `ext1object`.
    ///
    /// A custom parameter is found by the name it had before it went into the block, too: `Size`
    /// for `Items0size`.
    package func parameter(_ base: String, inBlock number: Int) -> Parameter? {
        guard blocks.indices.contains(number) else { return nil }
        let base = parameter.definition.isCustom ? Self.baseName(of: base) : base
        return parameter.definition.block.firstIndex { $0.name == base }.map { blocks[number][$0] }
    }

    /// The group of a base name in a block, by the same rule.
    package func group(_ base: String, inBlock number: Int) -> ParameterGroup? {
        guard blocks.indices.contains(number) else { return nil }
        let base = parameter.definition.isCustom ? Self.baseName(of: base) : base
        let parts = zip(parameter.definition.block, blocks[number]).filter { $0.0.group == base }
        return parts.first.map { first in
            ParameterGroup(name: first.1.definition.group, parameters: parts.map(\.1))
        }
    }

    /// The groups of a block, in order.
    package func groups(inBlock number: Int) -> [ParameterGroup] {
        guard blocks.indices.contains(number) else { return [] }
        return ParameterGroup.groups(of: blocks[number])
    }

    /// Grows with default blocks or drops blocks at the end.
    ///
    /// - Throws: `ParameterError` past `blockLimit`; fewer than a built-in sequence's one block
    ///   become one.
    package func resize(to count: Int) throws(ParameterError) {
        let bounded = max(fewest, count)
        guard bounded <= Self.blockLimit else {
            throw .definition(
                name, at: parameter.owner?.path ?? "",
                "can't have \(count) blocks; \(Self.blockLimit) are the most.")
        }
        guard bounded != blocks.count else { return }
        if bounded > blocks.count {
            try checkNames(parameter.definition.block, blocks.count..<bounded)
        }

        while blocks.count > bounded { forget(blocks.removeLast()) }
        while blocks.count < bounded {
            let block = makeBlock(blocks.count)
            enrol(block)
            blocks.append(block)
        }
        noteChange()
    }

    /// Puts a default block before block `number`, or at the end.
    ///
    /// - Throws: `ParameterError` when there is no such block, or past `blockLimit`.
    package func insertBlock(at number: Int) throws(ParameterError) {
        guard number >= 0, number <= blocks.count, blocks.count < Self.blockLimit else {
            throw noBlock(number)
        }
        try checkNames(parameter.definition.block, blocks.count..<blocks.count + 1)
        rearrange { $0.insert(makeBlock(number), at: number) }
    }

    /// Removes a block; the ones after it move up.
    ///
    /// - Throws: `ParameterError` when there is no such block, or it is a built-in's last.
    package func removeBlock(at number: Int) throws(ParameterError) {
        guard blocks.indices.contains(number), blocks.count > fewest else {
            throw noBlock(number)
        }
        rearrange { forget($0.remove(at: number)) }
    }

    /// Moves blocks to another place; the ones between move by as many.
    ///
    /// - Parameters:
    ///   - number: The first block to move.
    ///   - place: Where it stands afterwards.
    ///   - count: How many follow each other and move together.
    /// - Throws: `ParameterError` when either place does not exist.
    package func moveBlock(
        from number: Int, to place: Int, count: Int = 1
    ) throws(ParameterError) {
        guard blocks.indices.contains(number) else { throw noBlock(number) }
        guard count > 0, count <= blocks.count - number else { throw noBlock(number) }
        guard place >= 0, place <= blocks.count - count else { throw noBlock(place) }
        rearrange { blocks in
            let moved = blocks[number..<number + count]
            blocks.removeSubrange(number..<number + count)
            blocks.insert(contentsOf: moved, at: place)
        }
    }

    /// Puts the blocks into another order.
    ///
    /// - Parameter order: Every present number once.
    /// - Throws: `ParameterError` when a number is missing, unknown or there twice.
    package func reorder(_ order: [Int]) throws(ParameterError) {
        guard order.sorted() == Array(blocks.indices) else {
            throw .definition(
                name, at: parameter.owner?.path ?? "",
                "has \(blocks.count) blocks and can't be put in the order \(order): it takes each "
                    + "number from 0 once.")
        }
        rearrange { blocks in blocks = order.map { blocks[$0] } }
    }

    /// Makes the one block that a built-in sequence starts with, without telling anyone.
    func makeFirstBlock() {
        blocks = [makeBlock(0)]
        enrol(blocks[0])
    }

    /// Makes the blocks of another sequence of the same kind, with their values.
    func copyBlocks(from other: ParameterSequence) {
        removeAllBlocks()
        for (number, source) in other.blocks.enumerated() {
            let block = makeBlock(number)
            for (part, original) in zip(block, source) {
                part.assign(original.state, tellingObservers: false)
            }
            enrol(block)
            blocks.append(block)
        }
        parameter.assign(other.parameter.state, tellingObservers: false)
    }

    /// Drops every block without telling anyone.
    func removeAllBlocks() {
        for block in blocks { forget(block) }
        blocks.removeAll()
    }

    /// Changes the blocks, then gives every parameter the name of its place and tells observers.
    func rearrange(_ change: (inout [[Parameter]]) -> Void) {
        for block in blocks { for parameter in block { collection?.made[parameter.name] = nil } }
        change(&blocks)
        for (number, block) in blocks.enumerated() {
            for (base, parameter) in zip(self.parameter.definition.block, block) {
                let place = base.inBlock(number, of: self.parameter.definition)
                parameter.definition.name = place.name
                parameter.definition.group = place.group
                parameter.definition.page = place.page
                parameter.definition.sequence = place.sequence
                parameter.definition.blockIndex = number
            }
            enrol(block)
        }
        noteChange()
    }

    /// Makes sure that no other parameter bears a name that blocks are going to need.
    ///
    /// - Throws: `ParameterError` when one does.
    func checkNames(
        _ bases: [ParameterDefinition], _ numbers: Range<Int>, under name: String? = nil
    ) throws(ParameterError) {
        for number in numbers {
            for base in bases {
                let wanted = "\(name ?? self.name)\(number)\(base.name)"
                guard let holder = collection?.made[wanted],
                    holder.definition.sequence != self.name
                else { continue }
                throw .definition(
                    self.name, at: parameter.owner?.path ?? "",
                    "needs the name '\(wanted)', which is taken.")
            }
        }
    }

    func makeBlock(_ number: Int) -> [Parameter] {
        guard let owner = parameter.owner else { return [] }
        return parameter.definition.block.map {
            Parameter($0.inBlock(number, of: parameter.definition), owner: owner)
        }
    }

    func forget(_ block: [Parameter]) {
        for parameter in block {
            collection?.made[parameter.name] = nil
            parameter.owner = nil
        }
    }

    private func enrol(_ block: [Parameter]) {
        for parameter in block { collection?.made[parameter.name] = parameter }
    }

    private func noteChange() {
        var state = parameter.state
        state.value = .int(blocks.count)
        parameter.assign(state, tellingObservers: false)
        if let owner = parameter.owner { owner.network?.note(.parametersRedefined(owner)) }
    }

    private func noBlock(_ number: Int) -> ParameterError {
        .definition(
            name, at: parameter.owner?.path ?? "",
            "has \(blocks.count) blocks, counted from 0, and can't do that with block \(number).")
    }

    private var collection: ParameterCollection? { parameter.owner?.parameters }
}
