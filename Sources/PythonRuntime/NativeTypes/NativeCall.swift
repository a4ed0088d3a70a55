internal import CPython
internal import CPythonShims

/// The arguments of one call of a native function, bound to its parameters.
public struct NativeCall {
    /// The object the method was called on; `None` for a plain function.
    public let owner: PythonObject
    /// What reached the `*rest` parameter.
    public private(set) var rest: [PythonObject] = []
    /// What reached the `**keywords` parameter, in order.
    public private(set) var keywords: [(name: String, value: PythonObject)] = []
    private var values: [PythonObject?] = []

    /// The argument of the parameter at `index`; nil when it was left out and has no default.
    ///
    /// - Parameter index: The place among the named parameters.
    /// - Returns: The object, or nil.
    public func given(_ index: Int) -> PythonObject? {
        index < values.count ? values[index] : nil
    }

    /// The argument of the parameter at `index`, `None` when it was left out and has no default.
    ///
    /// - Parameter index: The place among the named parameters.
    public subscript(index: Int) -> PythonObject { given(index) ?? .none }

    /// The argument at `index` as text.
    ///
    /// - Parameter index: The place among the named parameters.
    /// - Returns: The text.
    /// - Throws: `TypeError`.
    public func string(_ index: Int) throws(PythonError) -> String {
        try String(python: self[index])
    }

    /// The argument at `index` as a whole number.
    ///
    /// - Parameter index: The place among the named parameters.
    /// - Returns: The number.
    /// - Throws: `TypeError` or `OverflowError`.
    public func int(_ index: Int) throws(PythonError) -> Int {
        try Int(python: self[index])
    }

    /// The argument at `index` as a number.
    ///
    /// - Parameter index: The place among the named parameters.
    /// - Returns: The number.
    /// - Throws: `TypeError` or `ValueError`.
    public func double(_ index: Int) throws(PythonError) -> Double {
        try Double(python: self[index])
    }

    /// The truth of the argument at `index`.
    ///
    /// - Parameter index: The place among the named parameters.
    /// - Returns: The truth.
    /// - Throws: What `__bool__` raised.
    public func bool(_ index: Int) throws(PythonError) -> Bool {
        try self[index].isTrue()
    }

    /// Binds the arguments of a vectorcall.
    init(
        function: NativeFunction, owner: PythonObject, arguments: [PythonObject],
        keywords given: [(String, PythonObject)]
    ) throws(PythonError) {
        self.owner = owner
        let signature = try function.signature()
        values = Array(repeating: nil, count: signature.named)
        try bindPositional(arguments, signature, function.name)
        for (name, value) in given { try bind(name, value, signature, function.name) }
        var index = 0
        for parameter in signature.parameters
        where parameter.kind == .positional || parameter.kind == .keywordOnly {
            if values[index] == nil {
                guard let standard = parameter.standard else {
                    throw PythonError(
                        .typeError,
                        "\(function.name)() missing required argument: '\(parameter.name)'")
                }
                values[index] = try standard.python()
            }
            index += 1
        }
    }

    private mutating func bindPositional(
        _ arguments: [PythonObject], _ signature: Signature, _ function: String
    ) throws(PythonError) {
        let positional = signature.parameters.prefix { $0.kind == .positional }.count
        for (index, argument) in arguments.prefix(positional).enumerated() {
            values[index] = argument
        }
        guard arguments.count > positional else { return }
        guard signature.parameters.contains(where: { $0.kind == .rest }) else {
            throw PythonError(
                .typeError,
                "\(function)() takes at most \(positional) positional arguments "
                    + "(\(arguments.count) given)")
        }
        rest = Array(arguments.dropFirst(positional))
    }

    private mutating func bind(
        _ name: String, _ value: PythonObject, _ signature: Signature, _ function: String
    ) throws(PythonError) {
        let places = signature.parameters.lazy.filter {
            $0.kind == .positional || $0.kind == .keywordOnly
        }
        if let index = places.enumerated().first(where: { $0.element.name == name })?.offset {
            guard values[index] == nil else {
                throw PythonError(
                    .typeError, "\(function)() got multiple values for argument '\(name)'")
            }
            values[index] = value
        } else if signature.parameters.contains(where: { $0.kind == .keywords }) {
            keywords.append((name, value))
        } else {
            throw PythonError(
                .typeError, "\(function)() got an unexpected keyword argument '\(name)'")
        }
    }
}
