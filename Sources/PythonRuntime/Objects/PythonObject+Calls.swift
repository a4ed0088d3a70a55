internal import CPython
internal import CPythonShims

/// Calls.
extension PythonObject {
    /// Python's `self(*arguments, **keywords)`.
    ///
    /// - Parameters:
    ///   - arguments: The positional arguments.
    ///   - keywords: The keyword arguments, in order.
    /// - Returns: What the call returned.
    /// - Throws: What the call raised.
    @discardableResult
    public func call(
        _ arguments: PythonObject..., keywords: [(String, PythonObject)] = []
    ) throws(PythonError) -> PythonObject {
        try call(arguments: arguments, keywords: keywords)
    }

    /// Python's `self(*arguments, **keywords)`, the arguments in an array.
    ///
    /// - Parameters:
    ///   - arguments: The positional arguments.
    ///   - keywords: The keyword arguments, in order.
    /// - Returns: What the call returned.
    /// - Throws: What the call raised.
    @discardableResult
    public func call(
        arguments: [PythonObject], keywords: [(String, PythonObject)] = []
    ) throws(PythonError) -> PythonObject {
        var names: PythonObject?
        if !keywords.isEmpty {
            var keys: [PythonObject] = []
            for (name, _) in keywords { keys.append(try name.python()) }
            names = try PythonObject.tuple(keys)
        }
        var stack: [ObjectPointer?] = arguments.map(\.pointer) + keywords.map(\.1.pointer)
        // SAFETY: CPython reads the buffer during the call only.
        let result = stack.withUnsafeMutableBufferPointer { buffer in
            PyObject_Vectorcall(pointer, buffer.baseAddress, arguments.count, names?.pointer)
        }
        withExtendedLifetime((arguments, keywords)) {}
        return try Self.adopt(result)
    }

    /// Python's `self.name(*arguments, **keywords)`.
    ///
    /// - Parameters:
    ///   - name: The method's name.
    ///   - arguments: The positional arguments.
    ///   - keywords: The keyword arguments, in order.
    /// - Returns: What the call returned.
    /// - Throws: `AttributeError`, or what the call raised.
    @discardableResult
    public func callMethod(
        _ name: String, _ arguments: PythonObject..., keywords: [(String, PythonObject)] = []
    ) throws(PythonError) -> PythonObject {
        try attribute(name).call(arguments: arguments, keywords: keywords)
    }
}
