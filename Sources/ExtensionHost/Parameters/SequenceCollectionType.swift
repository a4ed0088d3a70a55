internal import OperatorNetwork
internal import PythonRuntime

/// `td.SequenceCollection`: `operator.seq`, the sequences by name.
///
/// - Source: <https://docs.derivative.ca/SequenceCollection_Class>
enum SequenceCollectionType {
    static func make(_ node: Operator) throws(PythonError) -> PythonObject {
        try LateType.sequenceCollection.type().instance(of: node)
    }

    static var members: [NativeMember] {
        [
            .property("owner") { collection throws(PythonError) in
                try OperatorObject.object(of: owner(of: collection))
            },
            .method("__getattr__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                guard let found = try owner(of: call.owner).parameters.sequence(named: name) else {
                    throw TDErrors.noAttribute(name, of: "SequenceCollection")
                }
                return try SequenceType.make(found)
            },
            .method("__getitem__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                return try SequenceType.makeOrNone(
                    owner(of: call.owner).parameters.sequence(named: name))
            },
            .method("__iter__") { call throws(PythonError) in
                var sequences: [PythonObject] = []
                for sequence in try owner(of: call.owner).parameters.sequences {
                    sequences.append(try SequenceType.make(sequence))
                }
                return try sequences.python().callMethod("__iter__")
            },
            .method("__len__") { call throws(PythonError) in
                try owner(of: call.owner).parameters.sequences.count.python()
            },
            .method("__dir__") { call throws(PythonError) in
                try owner(of: call.owner).parameters.sequences.map(\.name).python()
            },
        ]
    }

    private static func owner(of collection: PythonObject) throws(PythonError) -> Operator {
        let type = try LateType.sequenceCollection.type()
        guard let node = type.payload(of: collection, as: Operator.self), node.isValid else {
            throw TDErrors.invalidOperator
        }
        return node
    }
}
