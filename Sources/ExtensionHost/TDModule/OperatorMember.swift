internal import OperatorNetwork
internal import PythonRuntime

/// Members of operators, in terms of the operator instead of its Python object.
extension NativeMember {
    /// A read-only property of an operator.
    static func reading(
        _ name: String, _ get: @escaping (Operator) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(
            name,
            get: { owner throws(PythonError) in try get(OperatorObject.node(of: owner)).python() })
    }

    /// A property of an operator.
    static func member(
        _ name: String, _ get: @escaping (Operator) throws(PythonError) -> any PythonConvertible,
        set: @escaping (Operator, PythonObject) throws(PythonError) -> Void
    ) -> NativeMember {
        .property(
            name,
            get: { owner throws(PythonError) in try get(OperatorObject.node(of: owner)).python() },
            set: { owner, value throws(PythonError) in
                try set(OperatorObject.node(of: owner), value)
            })
    }

    /// A method of an operator.
    static func calling(
        _ name: String, _ signature: String = "",
        _ body:
            @escaping (Operator, NativeCall) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .method(name, signature) { call throws(PythonError) in
            try body(OperatorObject.node(of: call.owner), call).python()
        }
    }
}

/// Operators as Python objects.
extension Operator: @MainActor PythonConvertible {
    func python() throws(PythonError) -> PythonObject { try OperatorObject.object(of: self) }
}
