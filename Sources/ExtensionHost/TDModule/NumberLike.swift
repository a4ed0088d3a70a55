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
    ///
    /// - Parameters:
    ///   - text: The text that the object stands for beside a `str`; nil when it has none but its
    ///     value's.
    ///   - value: The value.
    /// - Returns: A method for each.
    static func members(
        text: ((PythonObject) throws(PythonError) -> PythonObject)? = nil,
        value: @escaping (PythonObject) throws(PythonError) -> PythonObject
    ) -> [NativeMember] {
        func pair(
            _ owner: PythonObject, _ other: PythonObject
        ) throws(PythonError) -> (PythonObject, PythonObject) {
            if let text, other.isString { return (try text(owner), other) }
            return (try value(owner), try plain(other))
        }
        var members: [NativeMember] = []
        for (name, function) in binary {
            members.append(
                .method(name, "other") { call throws(PythonError) in
                    let (own, other) = try pair(call.owner, call[0])
                    return try apply(function, own, other)
                })
            if reflected.contains(name) {
                members.append(
                    .method("__r\(name.dropFirst(2))", "other") { call throws(PythonError) in
                        let (own, other) = try pair(call.owner, call[0])
                        return try apply(function, other, own)
                    })
            }
        }
        // Python's module `operator` has no function for these two.
        for isReflected in [false, true] {
            members.append(
                .method(isReflected ? "__rdivmod__" : "__divmod__", "other") {
                    call throws(PythonError) in
                    let (own, other) = try pair(call.owner, call[0])
                    return try PythonObject.module("builtins").attribute("divmod")
                        .call(isReflected ? other : own, isReflected ? own : other)
                })
        }
        for (name, function) in unary {
            members.append(
                .method(name) { call throws(PythonError) in
                    try apply(function, value(call.owner))
                })
        }
        members.append(
            .method("__len__") { call throws(PythonError) in
                try (text ?? value)(call.owner).count().python()
            })
        for type in ["int", "float", "bool", "round", "complex"] {
            members.append(
                .method("__\(type)__", type == "round" ? "ndigits=?" : "") {
                    call throws(PythonError) in
                    let arguments = try [value(call.owner)] + [call.given(0)].compactMap { $0 }
                    return try PythonObject.module("builtins").attribute(type)
                        .call(arguments: arguments)
                })
        }
        members.append(
            .method("__format__", "spec") { call throws(PythonError) in
                let spec = try call.string(0)
                guard !spec.isEmpty else { return try call.owner.text().python() }
                return try PythonObject.module("builtins").attribute("format")
                    .call(value(call.owner), call[0])
            })
        members.append(
            .method("__hash__") { call throws(PythonError) in
                try PythonObject.module("builtins").attribute("hash").call(value(call.owner))
            })
        return members
    }

    /// The number a text spells in decimal, or the text itself.
    static func value(ofText text: String) throws(PythonError) -> PythonObject {
        guard text.utf8.allSatisfy(isPartOfNumber) else { return try text.python() }
        if let whole = Int(text, radix: 10) { return try whole.python() }
        if let number = Double(text), number.isFinite { return try number.python() }
        return try text.python()
    }

    /// Leaves out what Swift reads as a number and people as a word: `nan`, `infinity`, `0x1p3`.
    private static func isPartOfNumber(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "+-.eE".utf8.contains(character)
        }
    }

    /// The other side of an operator: an object of the same kind stands for its value.
    private static func plain(_ object: PythonObject) throws(PythonError) -> PythonObject {
        TDModule.shared?.isNumberLike(object) == true ? try TDModule.plainValue(object) : object
    }

    private static func apply(
        _ function: String, _ arguments: PythonObject...
    ) throws(PythonError) -> PythonObject {
        try PythonObject.module("operator").attribute(function).call(arguments: arguments)
    }
}
