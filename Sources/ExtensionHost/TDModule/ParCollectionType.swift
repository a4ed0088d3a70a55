internal import OperatorNetwork
internal import PythonRuntime

/// `td.ParCollection`: `operator.par`, the parameters by name.
///
/// - Source: <https://docs.derivative.ca/ParCollection_Class>
enum ParCollectionType {
    static var members: [NativeMember] {
        [
            .property("owner") { collection throws(PythonError) in
                try OperatorObject.object(of: owner(of: collection))
            },
            .method("__getattr__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                guard let found = try owner(of: call.owner).parameters[name] else {
                    throw TDErrors.noAttribute(name, of: "ParCollection")
                }
                return try ParType.make(found)
            },
            .method("__setattr__", "name, value") { call throws(PythonError) in
                let name = try call.string(0)
                guard let found = try owner(of: call.owner).parameters[name] else {
                    throw TDErrors.noAttribute(name, of: "ParCollection")
                }
                try ParameterAccess.set(found, call[1])
                return .none
            },
            .method("__getitem__", "name") { call throws(PythonError) in
                guard let found = try owner(of: call.owner).parameters[call.string(0)] else {
                    return .none
                }
                return try ParType.make(found)
            },
            .method("__setitem__", "name, value") { call throws(PythonError) in
                try call.owner.setAttribute(call.string(0), to: call[1])
                return .none
            },
            .method("__iter__") { call throws(PythonError) in
                var pars: [PythonObject] = []
                for parameter in try owner(of: call.owner).parameters.all {
                    pars.append(try ParType.make(parameter))
                }
                return try PythonObject.list(pars).callMethod("__iter__")
            },
            .method("__dir__") { call throws(PythonError) in
                try owner(of: call.owner).parameters.all.map(\.name).python()
            },
        ]
    }

    static func make(_ node: Operator) throws(PythonError) -> PythonObject {
        try TDModule.types.parCollection.instance(of: node)
    }

    private static func owner(of collection: PythonObject) throws(PythonError) -> Operator {
        guard let node = TDModule.types.parCollection.payload(of: collection, as: Operator.self),
            node.isValid
        else { throw TDErrors.invalidOperator }
        return node
    }
}
