internal import OperatorNetwork
internal import PythonRuntime

/// `td.SequenceBlock`: one block of a sequence.
///
/// - Source: <https://docs.derivative.ca/SequenceBlock_Class>
enum SequenceBlockType {
    static func make(
        _ sequence: ParameterSequence, _ number: Int
    ) throws(PythonError) -> PythonObject {
        try LateType.sequenceBlock.type().instance(of: BlockReference(sequence, number))
    }

    /// The block behind a Python object, nil for any other object.
    ///
    /// - Throws: `td.tdError` when the block is gone.
    static func reference(_ object: PythonObject) throws(PythonError) -> BlockReference? {
        let type = try LateType.sequenceBlock.type()
        guard let block = type.payload(of: object, as: BlockReference.self) else { return nil }
        _ = try block.living()
        return block
    }

    static var members: [NativeMember] {
        [
            reading("index") { $0.number },
            reading("owner") { block throws(PythonError) in
                try OperatorObject.objectOrNone(of: block.owner)
            },
            reading("sequence") { block throws(PythonError) in
                try SequenceType.make(block.sequence)
            },
            reading("par") { block throws(PythonError) in
                try TDModule.types.parCollection.instance(of: block)
            },
            reading("parGroup") { block throws(PythonError) in
                try ParGroupCollectionType.make(block)
            },
            reading("namePar") { block throws(PythonError) in
                guard let parameter = namePar(block) else { return PythonObject.none }
                return try ParType.make(parameter)
            },
            .property(
                "name",
                get: { owner throws(PythonError) in
                    guard let parameter = namePar(try block(owner)) else { return .none }
                    return try ParameterAccess.evaluate(parameter)
                },
                set: { owner, value throws(PythonError) in
                    let block = try block(owner)
                    guard let parameter = namePar(block) else {
                        throw TDErrors.error(
                            "The blocks of \(block.sequence.name) have no parameter for a name.")
                    }
                    try ParameterAccess.set(parameter, value)
                }),
            .method("destroy") { call throws(PythonError) in
                let block = try block(call.owner)
                try SequenceType.changing { () throws(ParameterError) in
                    try block.sequence.removeBlock(at: block.number)
                }
                return .none
            },
            .method("__len__") { call throws(PythonError) in
                try groups(call.owner).count.python()
            },
            .method("__getitem__", "index") { call throws(PythonError) in
                try ParGroupType.list(groups(call.owner)).python().item(call[0])
            },
            .method("__iter__") { call throws(PythonError) in
                try ParGroupType.list(groups(call.owner)).python().callMethod("__iter__")
            },
            .method("__repr__") { call throws(PythonError) in
                let block = try block(call.owner)
                return try
                    ("type:SequenceBlock sequence:\(block.sequence.name) "
                    + "index:\(block.number) owner:\(block.owner?.path ?? "")").python()
            },
        ]
    }

    private static func namePar(_ block: BlockReference) -> Parameter? {
        block.sequence.parameter(
            SequenceType.blockName(of: block.sequence), inBlock: block.number)
    }

    private static func groups(_ owner: PythonObject) throws(PythonError) -> [ParameterGroup] {
        let block = try block(owner)
        return block.sequence.groups(inBlock: block.number)
    }

    private static func block(_ object: PythonObject) throws(PythonError) -> BlockReference {
        guard let block = try reference(object) else {
            throw PythonError(.typeError, "a SequenceBlock is needed here")
        }
        return block
    }

    private static func reading(
        _ name: String,
        _ get: @escaping (BlockReference) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { owner throws(PythonError) in try get(block(owner)).python() }
    }
}
