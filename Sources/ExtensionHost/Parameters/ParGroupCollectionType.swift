internal import OperatorNetwork
internal import PythonRuntime

/// `td.ParGroupCollection`: `operator.parGroup` or `block.parGroup`, the groups by name.
///
/// - Source: <https://docs.derivative.ca/ParGroupCollection_Class>
enum ParGroupCollectionType {
    /// The groups of an operator.
    static func make(_ node: Operator) throws(PythonError) -> PythonObject {
        try LateType.parGroupCollection.type().instance(of: node)
    }

    /// The groups of a block, by base names.
    static func make(_ block: BlockReference) throws(PythonError) -> PythonObject {
        try LateType.parGroupCollection.type().instance(of: block)
    }

    static var members: [NativeMember] {
        [
            .property("owner") { collection throws(PythonError) in
                try OperatorObject.object(of: owner(of: collection))
            },
            .method("__getattr__", "name") { call throws(PythonError) in
                try ParGroupType.make(present(call))
            },
            .method("__setattr__", "name, value") { call throws(PythonError) in
                try ParGroupType.set(present(call), call[1])
                return .none
            },
            .method("__getitem__", "name") { call throws(PythonError) in
                guard let group = try group(call.string(0), in: call.owner) else { return .none }
                return try ParGroupType.make(group)
            },
            .method("__setitem__", "name, value") { call throws(PythonError) in
                try ParGroupType.set(present(call), call[1])
                return .none
            },
            .method("__iter__") { call throws(PythonError) in
                try ParGroupType.list(groups(of: call.owner)).python().callMethod("__iter__")
            },
            .method("__len__") { call throws(PythonError) in
                try groups(of: call.owner).count.python()
            },
            .method("__dir__") { call throws(PythonError) in
                try groups(of: call.owner).map(\.name).python()
            },
        ]
    }

    private static func present(_ call: NativeCall) throws(PythonError) -> ParameterGroup {
        let name = try call.string(0)
        guard let group = try group(name, in: call.owner) else {
            throw TDErrors.noAttribute(name, of: "ParGroupCollection")
        }
        return group
    }

    private static func group(
        _ name: String, in collection: PythonObject
    ) throws(PythonError) -> ParameterGroup? {
        let owner = try owner(of: collection)
        guard let block = try block(of: collection) else {
            return owner.parameters.group(named: name)
        }
        return try block.living().group(name, inBlock: block.number)
    }

    private static func groups(
        of collection: PythonObject
    ) throws(PythonError) -> [ParameterGroup] {
        let owner = try owner(of: collection)
        guard let block = try block(of: collection) else { return owner.parameters.groups }
        return try block.living().groups(inBlock: block.number)
    }

    private static func block(
        of collection: PythonObject
    ) throws(PythonError) -> BlockReference? {
        try LateType.parGroupCollection.type().payload(
            of: collection, as: BlockReference.self)
    }

    private static func owner(of collection: PythonObject) throws(PythonError) -> Operator {
        let type = try LateType.parGroupCollection.type()
        if let block = type.payload(of: collection, as: BlockReference.self) {
            guard let owner = try block.living().parameter.owner else {
                throw TDErrors.invalidOperator
            }
            return owner
        }
        guard let node = type.payload(of: collection, as: Operator.self), node.isValid else {
            throw TDErrors.invalidOperator
        }
        return node
    }
}
