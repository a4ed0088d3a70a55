internal import OperatorNetwork
internal import PythonRuntime

/// `td.Sequence`: blocks of parameters that repeat.
///
/// - Source: <https://docs.derivative.ca/Sequence_Class>
enum SequenceType {
    static var members: [NativeMember] { description + list + changes }

    static func make(_ sequence: ParameterSequence) throws(PythonError) -> PythonObject {
        try LateType.sequence.type().instance(of: sequence)
    }

    static func makeOrNone(_ sequence: ParameterSequence?) throws(PythonError) -> PythonObject {
        try sequence.map { found throws(PythonError) in try make(found) } ?? .none
    }

    static func sequence(of object: PythonObject) throws(PythonError) -> ParameterSequence {
        let type = try LateType.sequence.type()
        guard let sequence = type.payload(of: object, as: ParameterSequence.self),
            sequence.parameter.isValid
        else {
            throw TDErrors.error("Invalid Sequence object: its operator or the sequence is gone.")
        }
        return sequence
    }

    /// The base name of the parameter that names a block.
    static func blockName(of sequence: ParameterSequence) -> String {
        sequence.parameter.definition.isCustom ? "Blockname" : "blockname"
    }

    /// The number of the block that a number, a name or a block means.
    ///
    /// - Throws: `IndexError` when there is none.
    static func number(
        of block: PythonObject, in sequence: ParameterSequence
    ) throws(PythonError) -> Int {
        if let reference = try SequenceBlockType.reference(block) { return reference.number }
        if block.isString {
            let name = try block.text()
            for number in sequence.blocks.indices {
                let named = sequence.parameter(blockName(of: sequence), inBlock: number)
                if try named.map(ParameterAccess.evaluate)?.text() == name { return number }
            }
            throw TDErrors.error("The sequence \(sequence.name) has no block '\(name)'.")
        }
        let index = try Int(python: block)
        let number = index < 0 ? index + sequence.blocks.count : index
        guard sequence.blocks.indices.contains(number) else {
            throw PythonError(
                .indexError,
                "the sequence \(sequence.name) has \(sequence.blocks.count) blocks and no block "
                    + "\(index)")
        }
        return number
    }

    static func blocks(of sequence: ParameterSequence) throws(PythonError) -> [PythonObject] {
        var blocks: [PythonObject] = []
        for number in sequence.blocks.indices {
            blocks.append(try SequenceBlockType.make(sequence, number))
        }
        return blocks
    }

    private static var description: [NativeMember] {
        [
            member("name", { $0.name }) { sequence, value throws(PythonError) in
                try ParameterPlace.rename(sequence.parameter, to: value.text())
            },
            reading("owner") { sequence throws(PythonError) in
                try OperatorObject.objectOrNone(of: sequence.parameter.owner)
            },
            member("numBlocks", { $0.blocks.count }) { sequence, value throws(PythonError) in
                let count = try Int(python: value)
                guard count >= 0 else {
                    throw TDErrors.error("numBlocks can't be \(count).")
                }
                try changing { () throws(ParameterError) in try sequence.resize(to: count) }
            },
            member("blockSize", { $0.blockSize }) { sequence, value throws(PythonError) in
                let size = try Int(python: value)
                try changing { () throws(ParameterError) in try sequence.setBlockSize(size) }
            },
            reading("maxBlocks") { _ in PythonObject.none },
            reading("blockName", blockName),
            reading("blocks") { sequence throws(PythonError) in try blocks(of: sequence) },
            reading("sequencePar") { sequence throws(PythonError) in
                try ParType.make(sequence.parameter)
            },
            reading("blockPars") { sequence throws(PythonError) in
                try BlockParametersType.make(sequence, groups: false)
            },
            reading("blockParGroups") { sequence throws(PythonError) in
                try BlockParametersType.make(sequence, groups: true)
            },
        ]
    }

    private static var list: [NativeMember] {
        [
            .method("__len__") { call throws(PythonError) in
                try sequence(of: call.owner).blocks.count.python()
            },
            .method("__getitem__", "block") { call throws(PythonError) in
                let sequence = try sequence(of: call.owner)
                return try SequenceBlockType.make(sequence, number(of: call[0], in: sequence))
            },
            .method("__iter__") { call throws(PythonError) in
                try blocks(of: sequence(of: call.owner)).python().callMethod("__iter__")
            },
            .method("__repr__") { call throws(PythonError) in
                let sequence = try sequence(of: call.owner)
                let path = sequence.parameter.owner?.path ?? ""
                return try "type:Sequence name:\(sequence.name) owner:\(path)".python()
            },
        ]
    }

    private static var changes: [NativeMember] {
        [
            .method("insertBlock", "block") { call throws(PythonError) in
                let sequence = try sequence(of: call.owner)
                let place = try call[0].isInt ? call.int(0) : number(of: call[0], in: sequence)
                try changing { () throws(ParameterError) in try sequence.insertBlock(at: place) }
                return try SequenceBlockType.make(sequence, place)
            },
            .method("destroyBlock", "block") { call throws(PythonError) in
                let sequence = try sequence(of: call.owner)
                let place = try number(of: call[0], in: sequence)
                try changing { () throws(ParameterError) in try sequence.removeBlock(at: place) }
                return .none
            },
            .method("moveBlock", "blockFrom, blockTo, num=1") { call throws(PythonError) in
                let sequence = try sequence(of: call.owner)
                let from = try number(of: call[0], in: sequence)
                let (place, count) = try (number(of: call[1], in: sequence), call.int(2))
                try changing { () throws(ParameterError) in
                    try sequence.moveBlock(from: from, to: place, count: count)
                }
                return .none
            },
            .method("reorderBlocks", "*indexes") { call throws(PythonError) in
                try SequenceOrder.reorder(sequence(of: call.owner), call.rest)
                return .none
            },
            .method("sortBlocks", "key=None, baseName='', reverse=False") {
                call throws(PythonError) in
                try SequenceOrder.sort(
                    sequence(of: call.owner), key: call[0], base: call.string(1),
                    reversing: call.bool(2))
                return .none
            },
        ]
    }

    static func changing(
        _ change: () throws(ParameterError) -> Void
    ) throws(PythonError) {
        try ParameterAccess.checked(change)
    }

    private static func reading(
        _ name: String,
        _ get: @escaping (ParameterSequence) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { owner throws(PythonError) in try get(sequence(of: owner)).python() }
    }

    private static func member(
        _ name: String,
        _ get: @escaping (ParameterSequence) throws(PythonError) -> any PythonConvertible,
        set: @escaping (ParameterSequence, PythonObject) throws(PythonError) -> Void
    ) -> NativeMember {
        .property(
            name, get: { owner throws(PythonError) in try get(sequence(of: owner)).python() },
            set: { owner, value throws(PythonError) in try set(sequence(of: owner), value) })
    }
}
