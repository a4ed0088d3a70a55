internal import PythonRuntime

/// The arithmetic of objects that act as their value: cells and parameters.
///
/// Each operator takes the value, lets Python's own operator work on it, and so behaves as the value
/// would.
enum NumberLike {
    private static let binary: [(name: String, function: String)] = [
        ("__add__", "add"), ("__sub__", "sub"), ("__mul__", "mul"), ("__truediv__", "truediv"),
        ("__floordiv__", "floordiv"), ("__mod__", "mod"), ("__pow__", "pow"),
        ("__and__", "and_"), ("__or__", "or_"), ("__xor__", "xor"), ("__lshift__", "lshift"),
        ("__rshift__", "rshift"), ("__eq__", "eq"), ("__ne__", "ne"), ("__lt__", "lt"),
        ("__le__", "le"), ("__gt__", "gt"), ("__ge__", "ge"),
    ]
    private static let reflected = Set(binary.prefix(12).map(\.name))
    private static let unary: [(name: String, function: String)] = [
        ("__neg__", "neg"), ("__pos__", "pos"), ("__abs__", "abs"), ("__invert__", "invert"),
        ("__index__", "index"),
    ]

    /// The special methods, in terms of the value they act on.
    static func members(
        value: @escaping (PythonObject) throws(PythonError) -> PythonObject
    ) -> [NativeMember] {
        var members: [NativeMember] = []
        for (name, function) in binary {
            members.append(
                .method(name, "other") { call throws(PythonError) in
                    try apply(function, value(call.owner), plain(call[0], value))
                })
            if reflected.contains(name) {
                members.append(
                    .method("__r\(name.dropFirst(2))", "other") { call throws(PythonError) in
                        try apply(function, plain(call[0], value), value(call.owner))
                    })
            }
        }
        for (name, function) in unary {
            members.append(
                .method(name) { call throws(PythonError) in
                    try apply(function, value(call.owner))
                })
        }
        for type in ["int", "float", "bool", "len", "round", "complex"] {
            members.append(
                .method("__\(type)__", type == "round" ? "ndigits=?" : "") {
                    call throws(PythonError) in
                    let arguments = try [value(call.owner)] + [call.given(0)].compactMap { $0 }
                    return try PythonObject.module("builtins").attribute(type)
                        .call(arguments: arguments)
                })
        }
        members.append(
            .method("__hash__") { call throws(PythonError) in
                try PythonObject.module("builtins").attribute("hash").call(value(call.owner))
            })
        return members
    }

    /// The number a text spells, or the text itself.
    static func value(ofText text: String) throws(PythonError) -> PythonObject {
        if let whole = Int(text) { return try whole.python() }
        if let number = Double(text) { return try number.python() }
        return try text.python()
    }

    /// The other side of an operator: an object of the same kind stands for its value.
    private static func plain(
        _ object: PythonObject, _ value: (PythonObject) throws(PythonError) -> PythonObject
    ) throws(PythonError) -> PythonObject {
        TDModule.shared?.isNumberLike(object) == true ? try TDModule.plainValue(object) : object
    }

    private static func apply(
        _ function: String, _ arguments: PythonObject...
    ) throws(PythonError) -> PythonObject {
        try PythonObject.module("operator").attribute(function).call(arguments: arguments)
    }
}
