import OperatorNetwork
import TestSupport
import Testing

extension RunningHost {
    /// Runs Python statements as `/project1/scratch`; what they raise is a failure of the test.
    ///
    /// - Parameters:
    ///   - script: The statements, most of them `assert`.
    ///   - sourceLocation: Where the failure is shown.
    /// - Throws: `NetworkError`.
    func check(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let before = errors.count
        let known = project.child(named: "scratch")
        let scratch = if let known { known } else { try create(TextDAT.type, "scratch") }
        try scratch.content?.setText(Self.prelude + script)
        let answer = evaluate("op('/project1/scratch').run() and None")
        // The traceback is the last thing told; a worker's faults before it may be thousands.
        let told = errors.dropFirst(before).suffix(60).joined(separator: "\n")
        #expect(answer != nil, "\(told)", sourceLocation: sourceLocation)
    }

    /// `raises(kind, text, call)` gives the exception, once its class and the start of its text fit.
    private static let prelude = """
        def raises(kind, text, call):
            try:
                result = call()
            except BaseException as error:
                assert type(error) is kind, f'{type(error)} instead of {kind}: {error}'
                assert str(error).startswith(text), f'{error} instead of {text}'
                return error
            raise AssertionError(f'{kind.__name__} was not raised; the result is {result!r}')

        def assign(owner, name, value):
            return lambda: setattr(owner, name, value)

        """
}
