internal import CPython
internal import CPythonShims

/// Python source text, compiled under a file name that tracebacks then show.
public struct PythonSource: Sendable {
    /// How the text is compiled.
    public enum Kind: Sendable {
        /// Statements.
        case script
        /// One expression.
        case expression
    }

    /// The text.
    public let text: String
    /// The name that tracebacks and `co_filename` show.
    public let fileName: String
    /// How the text is compiled.
    public let kind: Kind

    /// Takes a text; nothing is compiled yet.
    ///
    /// - Parameters:
    ///   - text: The source.
    ///   - fileName: The name that tracebacks show.
    ///   - kind: Statements or one expression.
    public init(_ text: String, fileName: String, kind: Kind = .script) {
        self.text = text
        self.fileName = fileName
        self.kind = kind
    }

    // SAFETY: set once by the main thread, before there are others.
    /// Compiles scripts in CPython's place, for a program that puts something of its own into the
    /// project's code; nil in all others.
    nonisolated(unsafe) public static var compiler:
        ((PythonSource) throws(PythonError) -> PythonObject)?

    /// Compiles the text.
    ///
    /// - Returns: A code object.
    /// - Throws: `SyntaxError`; `ValueError` when the text holds a null character.
    public func compile() throws(PythonError) -> PythonObject {
        if kind == .script, let compiler = Self.compiler { return try compiler(self) }
        return try compileAsItStands()
    }

    /// Compiles the text as CPython does, for those who look into the code that comes of it.
    ///
    /// - Returns: A code object.
    /// - Throws: `SyntaxError`; `ValueError` when the text holds a null character.
    public func compileAsItStands() throws(PythonError) -> PythonObject {
        guard !text.utf8.contains(0) else {
            throw PythonError(.valueError, "the source of \(fileName) holds a null character")
        }
        let start = kind == .script ? Py_file_input : Py_eval_input
        let name = try fileName.python()
        // The text is Unicode already: an encoding named in its first lines speaks of a file.
        var flags = PyCompilerFlags(
            cf_flags: PyCF_IGNORE_COOKIE, cf_feature_version: CInt(CPythonShims_PY_MINOR_VERSION()))
        return try PythonObject.adopt(
            Py_CompileStringObject(compiledText, name.pointer, start, &flags, -1))
    }

    /// The text without what Python's own readers skip: a byte order mark, and as `eval` does the
    /// blanks before an expression.
    private var compiledText: String {
        guard let first = text.utf8.first, first == 0xEF || first == 0x20 || first == 0x09 else {
            return text
        }
        var scalars = text.unicodeScalars[...]
        if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
        if kind == .expression { scalars = scalars.drop { $0 == " " || $0 == "\t" } }
        return String(scalars)
    }

    /// Compiles and runs the text.
    ///
    /// - Parameter globals: The dictionary it runs in.
    /// - Returns: The expression's value; `None` for a script.
    /// - Throws: `SyntaxError`, or what the code raised.
    @discardableResult
    public func run(in globals: PythonObject) throws(PythonError) -> PythonObject {
        try compile().execute(in: globals)
    }
}

extension PythonObject {
    /// Runs a code object.
    ///
    /// - Parameter globals: The dictionary it runs in, for globals and locals alike.
    /// - Returns: An expression's value; `None` for a script.
    /// - Throws: What the code raised.
    @discardableResult
    public func execute(in globals: PythonObject) throws(PythonError) -> PythonObject {
        if try globals.value(forKey: "__builtins__") == nil,
            let builtins = Interpreter.builtinsDictionary
        {
            try globals.setItem("__builtins__", to: PythonObject(retaining: builtins))
        }
        return try Self.adopt(PyEval_EvalCode(pointer, globals.pointer, globals.pointer))
    }

    /// Python's `import name`, returning the module of that full name.
    ///
    /// It is the host's own import: it does not pass through `builtins.__import__`, which projects
    /// may replace, and does not look at the globals of the code that happens to run.
    ///
    /// - Parameter name: The dotted name.
    /// - Returns: The module.
    /// - Throws: `ImportError`, or what the module raised.
    public static func module(_ name: String) throws(PythonError) -> PythonObject {
        let top = try adopt(PyImport_ImportModuleLevel(name, nil, nil, nil, 0))
        guard name.utf8.contains(UInt8(ascii: ".")) else { return top }
        let name = try name.python()
        return try adopt(PyImport_GetModule(name.pointer))
    }

    /// A new, empty module that `sys.modules` does not know.
    ///
    /// - Parameter name: Its `__name__`.
    /// - Returns: The module.
    /// - Throws: `MemoryError`.
    public static func newModule(_ name: String) throws(PythonError) -> PythonObject {
        let name = try name.python()
        return try adopt(PyModule_NewObject(name.pointer))
    }

    /// A module's dictionary, its globals.
    ///
    /// - Throws: `AttributeError` when this is no module.
    public func moduleDictionary() throws(PythonError) -> PythonObject {
        try attribute("__dict__")
    }
}
