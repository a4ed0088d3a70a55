internal import OperatorNetwork
internal import PythonRuntime

/// `td.ParCollection`: `operator.par` or `block.par`, the parameters by name.
///
/// - Source: <https://docs.derivative.ca/ParCollection_Class>
enum ParCollectionType {
    static var members: [NativeMember] {
        [
            .property("owner") { collection throws(PythonError) in
                try OperatorObject.object(of: owner(of: collection))
            },
            .method("__getattr__", "name") { call throws(PythonError) in
                try ParType.make(present(call))
            },
            .method("__setattr__", "name, value") { call throws(PythonError) in
                try ParameterAccess.set(present(call), call[1])
                return .none
            },
            .method("__getitem__", "name") { call throws(PythonError) in
                guard let found = try parameter(call.string(0), in: call.owner) else {
                    return .none
                }
                return try ParType.make(found)
            },
            .method("__setitem__", "name, value") { call throws(PythonError) in
                try ParameterAccess.set(present(call), call[1])
                return .none
            },
            .method("__iter__") { call throws(PythonError) in
                try ParType.list(parameters(of: call.owner)).python().callMethod("__iter__")
            },
            .method("__len__") { call throws(PythonError) in
                try parameters(of: call.owner).count.python()
            },
            .method("__dir__") { call throws(PythonError) in
                try parameters(of: call.owner).map(\.name).python()
            },
        ]
    }

    static func make(_ node: Operator) throws(PythonError) -> PythonObject {
        try TDModule.types.parCollection.instance(of: node)
    }

    private static func present(_ call: NativeCall) throws(PythonError) -> Parameter {
        let name = try call.string(0)
        guard let found = try parameter(name, in: call.owner) else {
            throw TDErrors.noAttribute(name, of: "ParCollection")
        }
        return found
    }

    private static func parameter(
        _ name: String, in collection: PythonObject
    ) throws(PythonError) -> Parameter? {
        if let node = TDModule.types.parCollection.payload(of: collection, as: Operator.self),
            node.isValid
        {
            return node.parameters[name]
        }
        let block = try block(of: collection)
        return try block.living().parameter(name, inBlock: block.number)
    }

    private static func parameters(
        of collection: PythonObject
    ) throws(PythonError) -> [Parameter] {
        if let node = TDModule.types.parCollection.payload(of: collection, as: Operator.self),
            node.isValid
        {
            return node.parameters.all
        }
        let block = try block(of: collection)
        return try block.living().blocks[block.number]
    }

    private static func owner(of collection: PythonObject) throws(PythonError) -> Operator {
        if let node = TDModule.types.parCollection.payload(of: collection, as: Operator.self),
            node.isValid
        {
            return node
        }
        guard let owner = try block(of: collection).owner else { throw TDErrors.invalidOperator }
        return owner
    }

    private static func block(of collection: PythonObject) throws(PythonError) -> BlockReference {
        let payload = TDModule.types.parCollection.payload(of: collection, as: BlockReference.self)
        guard let payload else { throw TDErrors.invalidOperator }
        return payload
    }
}
