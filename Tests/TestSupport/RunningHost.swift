package import ExtensionHost
package import OperatorNetwork
private import Synchronization

/// A project on the virtual clock, with what it prints kept.
///
/// There is one running project: make it in the test, not in the suite's `init`, after which a test of
/// another suite may run first and end it.
///
///     let host = try RunningHost()
///     try host.text("script", "print('hello')")
///     host.evaluate("op('script').run()")
///     host.frames(10)
///     #expect(host.lines == ["hello"])
@MainActor
package final class RunningHost {
    /// Lines of the textport, which worker threads write too.
    private final class Lines: Sendable {
        let all = Mutex<[(text: String, stream: Textport.Stream)]>([])

        func add(_ text: String, _ stream: Textport.Stream) {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            all.withLock { all in all += lines.map { (String($0), stream) } }
        }
    }

    /// The host itself.
    package let host: Host
    /// The COMP at `/project1`, where expressions are evaluated.
    package let project: Operator
    private let captured = Lines()

    /// Makes an empty project; the one before it ends.
    ///
    /// - Parameter configure: Changes the configuration; the clock is virtual from the start.
    /// - Throws: `HostError` or `PythonSuite.Failure`.
    package init(_ configure: (inout HostConfiguration) -> Void = { _ in }) throws {
        try PythonSuite.start()
        var configuration = HostConfiguration()
        configuration.clock = .virtual
        configure(&configuration)
        let captured = captured
        host = try Host(
            configuration: configuration, textport: Textport { captured.add($0, $1) })
        project = try host.network.create(
            BaseCOMP.type, named: "project1", in: host.network.root)
    }

    /// The project's operators.
    package var network: Network { host.network }

    /// What reached the textport so far, line by line, from both streams.
    package var lines: [String] { captured.all.withLock { $0.map(\.text) } }

    /// What reached the error stream so far: tracebacks, faults and `sys.stderr`.
    package var errors: [String] {
        captured.all.withLock { all in all.filter { $0.stream == .error }.map(\.text) }
    }

    /// Forgets the lines so far.
    package func clearLines() { captured.all.withLock { $0 = [] } }

    /// Runs a number of frames.
    ///
    /// - Parameter count: How many.
    package func frames(_ count: Int) { host.run(frames: count) }

    /// Creates an operator.
    ///
    /// - Parameters:
    ///   - type: Its type.
    ///   - name: Its name.
    ///   - parent: Where; nil is `/project1`.
    /// - Returns: The operator.
    /// - Throws: `NetworkError`.
    @discardableResult
    package func create(
        _ type: OperatorType, _ name: String, in parent: Operator? = nil
    ) throws(NetworkError) -> Operator {
        try network.create(type, named: name, in: parent ?? project)
    }

    /// Creates a Text DAT.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - text: Its text.
    ///   - parent: Where; nil is `/project1`.
    /// - Returns: The operator.
    /// - Throws: `NetworkError`.
    @discardableResult
    package func text(
        _ name: String, _ text: String, in parent: Operator? = nil
    ) throws(NetworkError) -> Operator {
        let made = try create(TextDAT.type, name, in: parent)
        try made.content?.setText(text)
        return made
    }

    /// Creates a Base COMP with an extension: a Text DAT of the class's name, promoted.
    ///
    /// - Parameters:
    ///   - name: The COMP's name.
    ///   - extensionClass: The class's name, which is the DAT's as well.
    ///   - text: The DAT's text, which defines the class.
    /// - Returns: The COMP.
    /// - Throws: `NetworkError` or `ParameterError`.
    @discardableResult
    package func component(
        _ name: String, extension extensionClass: String, _ text: String
    ) throws -> Operator {
        let made = try create(BaseCOMP.type, name)
        try self.text(extensionClass, text, in: made)
        try made.parameters["ext0object"]?.set(
            .string("op('./\(extensionClass)').module.\(extensionClass)(me)"))
        try made.parameters["ext0promote"]?.set(.bool(true))
        return made
    }

    /// Runs a script as a Text DAT of the project would, its traceback naming `/project1/scratch`.
    ///
    /// - Parameter script: The statements.
    /// - Throws: `NetworkError`.
    package func run(_ script: String) throws(NetworkError) {
        let known = project.child(named: "scratch")
        let scratch = if let known { known } else { try create(TextDAT.type, "scratch") }
        try scratch.content?.setText(script)
        evaluate("op('/project1/scratch').run()")
    }

    /// Evaluates an expression with `me` as `/project1`.
    ///
    /// - Parameter expression: The expression.
    /// - Returns: What `print` would show; nil when it raised, which ``errors`` then tell.
    @discardableResult
    package func evaluate(_ expression: String) -> String? { host.evaluate(expression) }
}
