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
    package private(set) var blocks: [[Parameter]] = []

    init(_ parameter: Parameter) {
        self.parameter = parameter
    }

    package var name: String { parameter.name }

    /// The parameter of a base name in a block: `object` in block 1 is `ext1object`.
    package func parameter(_ base: String, inBlock number: Int) -> Parameter? {
        guard blocks.indices.contains(number) else { return nil }
        let name = "\(name)\(number)\(base)"
        return blocks[number].first { $0.name == name }
    }

    /// Grows with default blocks or drops blocks at the end.
    ///
    /// - Throws: `ParameterError` past `blockLimit`; fewer than a built-in sequence's one block
    ///   become one.
    package func resize(to count: Int) throws(ParameterError) {
        let bounded = max(parameter.definition.isCustom ? 0 : 1, count)
        guard bounded <= Self.blockLimit else {
            throw .definition(
                name, at: parameter.owner?.path ?? "",
                "can't have \(count) blocks; \(Self.blockLimit) are the most.")
        }
        guard bounded != blocks.count else { return }

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
        rearrange { $0.insert(makeBlock(number), at: number) }
    }

    /// Removes a block; the ones after it move up.
    ///
    /// - Throws: `ParameterError` when there is no such block, or it is a built-in's last.
    package func removeBlock(at number: Int) throws(ParameterError) {
        let fewest = parameter.definition.isCustom ? 0 : 1
        guard blocks.indices.contains(number), blocks.count > fewest else {
            throw noBlock(number)
        }
        forget(blocks[number])
        rearrange { $0.remove(at: number) }
    }

    /// Moves a block to another place; the ones between move by one.
    ///
    /// - Throws: `ParameterError` when either place does not exist.
    package func moveBlock(from number: Int, to place: Int) throws(ParameterError) {
        guard blocks.indices.contains(number) else { throw noBlock(number) }
        guard blocks.indices.contains(place) else { throw noBlock(place) }
        rearrange { $0.insert($0.remove(at: number), at: place) }
    }

    /// Adds a parameter to every block of a custom sequence, under a base name.
    ///
    /// - Throws: `ParameterError` for a built-in sequence or a base name that is taken.
    package func extendBlock(with base: ParameterDefinition) throws(ParameterError) {
        let path = parameter.owner?.path ?? ""
        guard parameter.definition.isCustom, base.style != .sequence else {
            throw .definition(
                name, at: path,
                "can't be extended by '\(base.name)'; only custom sequences take parameters into "
                    + "their blocks, and no sequences.")
        }
        guard !base.name.isEmpty,
            !parameter.definition.block.contains(where: { $0.name == base.name })
        else {
            throw .definition(name, at: path, "has '\(base.name)' in its blocks already.")
        }
        parameter.definition.block.append(base)
        guard let owner = parameter.owner else { return }
        for number in blocks.indices {
            let definition = base.inBlock(number, of: parameter.definition)
            let added = Parameter(definition, owner: owner)
            enrol([added])
            blocks[number].append(added)
        }
        noteChange()
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

    private func rearrange(_ change: (inout [[Parameter]]) -> Void) {
        for block in blocks { for parameter in block { collection?.made[parameter.name] = nil } }
        change(&blocks)
        for (number, block) in blocks.enumerated() {
            for (base, parameter) in zip(self.parameter.definition.block, block) {
                let place = base.inBlock(number, of: self.parameter.definition)
                parameter.definition.name = place.name
                parameter.definition.group = place.group
                parameter.definition.blockIndex = number
            }
            enrol(block)
        }
        noteChange()
    }

    private func makeBlock(_ number: Int) -> [Parameter] {
        guard let owner = parameter.owner else { return [] }
        return parameter.definition.block.map {
            Parameter($0.inBlock(number, of: parameter.definition), owner: owner)
        }
    }

    private func enrol(_ block: [Parameter]) {
        for parameter in block { collection?.made[parameter.name] = parameter }
    }

    private func forget(_ block: [Parameter]) {
        for parameter in block {
            collection?.made[parameter.name] = nil
            parameter.owner = nil
        }
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
