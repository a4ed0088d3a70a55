internal import OperatorNetwork
internal import PythonRuntime

/// What `sequence.blockPars` and `sequence.blockParGroups` give: by base name, one of each block.
///
/// - Source: <https://docs.derivative.ca/Sequence_Class>
enum BlockParametersType {
    private final class Start {
        let sequence: ParameterSequence
        let takesGroups: Bool

        init(_ sequence: ParameterSequence, _ takesGroups: Bool) {
            self.sequence = sequence
            self.takesGroups = takesGroups
        }
    }

    static func make(
        _ sequence: ParameterSequence, groups: Bool
    ) throws(PythonError) -> PythonObject {
        try LateType.blockParameters.type().instance(of: Start(sequence, groups))
    }

    static var members: [NativeMember] {
        [
            .property("owner") { object throws(PythonError) in
                try OperatorObject.objectOrNone(of: start(of: object).sequence.parameter.owner)
            },
            .method("__getattr__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                guard let found = try list(name, of: start(of: call.owner)) else {
                    throw TDErrors.noAttribute(name, of: "SequenceParCollection")
                }
                return found
            },
            .method("__getitem__", "name") { call throws(PythonError) in
                try list(call.string(0), of: start(of: call.owner)) ?? .none
            },
            .method("__iter__") { call throws(PythonError) in
                let start = try start(of: call.owner)
                let block = start.sequence.parameter.definition.block
                var lists: [PythonObject] = []
                for name in block.map({ start.takesGroups ? $0.group : $0.name }) {
                    if let list = try list(name, of: start) { lists.append(list) }
                }
                return try lists.python().callMethod("__iter__")
            },
            .method("__dir__") { call throws(PythonError) in
                let start = try start(of: call.owner)
                let block = start.sequence.parameter.definition.block
                return try block.map { start.takesGroups ? $0.group : $0.name }.python()
            },
        ]
    }

    private static func list(
        _ name: String, of start: Start
    ) throws(PythonError) -> PythonObject? {
        var found: [PythonObject] = []
        for number in start.sequence.blocks.indices {
            if start.takesGroups {
                guard let group = start.sequence.group(name, inBlock: number) else { return nil }
                found.append(try ParGroupType.make(group))
            } else {
                guard let part = start.sequence.parameter(name, inBlock: number) else { return nil }
                found.append(try ParType.make(part))
            }
        }
        return try found.python()
    }

    private static func start(of object: PythonObject) throws(PythonError) -> Start {
        let type = try LateType.blockParameters.type()
        guard let start = type.payload(of: object, as: Start.self),
            start.sequence.parameter.isValid
        else {
            throw TDErrors.error("Invalid Sequence object: its operator or the sequence is gone.")
        }
        return start
    }
}
