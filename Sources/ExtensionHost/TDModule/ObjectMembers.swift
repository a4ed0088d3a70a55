internal import PythonRuntime

/// Where components of space stand: their transforms, as matrices of `tdu`.
///
/// - Source: <https://docs.derivative.ca/ObjectCOMP_Class>
enum ObjectMembers {
    /// The members of object components.
    static var componentMembers: [NativeMember] {
        [
            property("localTransform", "local_transform"),
            property("worldTransform", "world_transform"),
            .method("transform") { call throws(PythonError) in
                try answer("transform", [call.owner])
            },
            .method("preTransform") { call throws(PythonError) in
                try answer("pre_transform", [call.owner])
            },
            .method("setTransform", "matrix") { call throws(PythonError) in
                try answer("set_transform", [call.owner, call[0]])
            },
            .method("setPreTransform", "matrix") { call throws(PythonError) in
                try answer("set_pre_transform", [call.owner, call[0]])
            },
        ]
    }

    private static func property(_ name: String, _ function: String) -> NativeMember {
        .property(name) { owner throws(PythonError) in try answer(function, [owner]) }
    }

    /// What the bundled module says; whoever asks is known to hold an operator that is there.
    private static func answer(
        _ function: String, _ arguments: [PythonObject]
    ) throws(PythonError) -> PythonObject {
        _ = try OperatorObject.node(of: arguments[0])
        return try PythonObject.module("understudy_transforms").attribute(function)
            .call(arguments: arguments)
    }
}
