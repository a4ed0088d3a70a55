/// What the cooking of one operator keeps: its algorithm and state, what it made, what was measured,
/// and what went wrong.
///
/// Operators that never cook and that nobody depends on have none.
///
/// - Thread: main
package final class OperatorCook: CookWork {
    /// What a cook tells people.
    package enum Severity {
        case warning
        case error
    }

    private unowned let owner: Operator
    /// The channels of a CHOP.
    var channels: Channels?
    /// Times and counts.
    package private(set) var statistics = CookStatistics()
    /// Whether it stays as it is, whoever reads it: somebody asked for a passive look.
    package var isHeld = false
    /// Whether the operator's cook runs now.
    package private(set) var isRunning = false

    /// The operator's output as something to depend on.
    package private(set) lazy var output = CookNode(owner.type.makesOutput ? self : nil)
    /// The operator's name and place as something to depend on.
    package private(set) lazy var identity = CookNode()
    /// Its flags, wires and looks as something to depend on.
    package private(set) lazy var attributes = CookNode()

    private var messages: [(severity: Severity, text: String)] = []
    private var algorithm: (any Cooking)?
    private var named: [String: CookNode] = [:]

    init(_ owner: Operator) {
        self.owner = owner
    }

    var `operator`: Operator { owner }
    package var cookName: String { owner.path }
    var network: Network? { owner.network }

    package var prerequisites: [CookNode] {
        owner.type.makesOutput ? owner.wiredInputs.compactMap { $0?.cookState.output } : []
    }

    /// Puts other channels in the place of those that the cook made.
    func replaceChannels(_ new: Channels) {
        channels = new
        output.noteChange()
    }

    /// The texts of the last cook's errors or warnings.
    package func messages(_ severity: Severity) -> [String] {
        messages.filter { $0.severity == severity }.map(\.text)
    }

    /// Adds a message that stays until the next cook; one that is there is not repeated.
    package func add(_ text: String, _ severity: Severity) {
        guard !messages.contains(where: { $0 == (severity, text) }) else { return }
        messages.append((severity, text))
        network?.troubleObserver?.wentWrong(text, severity, with: owner)
    }

    /// Takes away all messages, as a cook does before it starts.
    package func forgetMessages() { messages.removeAll() }

    /// Something else that may be depended on, such as a storage key, made when first asked for.
    package func source(named name: String) -> CookNode {
        if let known = named[name] { return known }
        let made = CookNode()
        named[name] = made
        return made
    }

    /// Notes a change of something that may be depended on, if anybody does.
    package func noteChange(ofSource name: String) { named[name]?.noteChange() }

    /// The algorithm with its state, made when first asked for.
    package func cooking() -> (any Cooking)? {
        if algorithm == nil { algorithm = owner.type.cook?() }
        return algorithm
    }

    package func cook() throws -> Bool {
        guard owner.isValid, owner.mayCook, !owner.flags.contains(.lock) else { return false }
        network?.cookObserver?.willCook(owner)
        isRunning = true
        forgetMessages()
        statistics.begin(of: owner)
        defer { isRunning = false }
        do {
            if owner.flags.contains(.bypass) {
                try passThrough(CookContext(operator: owner, cook: self))
            } else {
                try cooking()?.cook(CookContext(operator: owner, cook: self))
            }
        } catch {
            if CookGraph.isGivingUp { throw CookPostponed() }
            report(error)
        }
        guard !CookGraph.isGivingUp else { throw CookPostponed() }
        statistics.end(of: owner)
        isRunning = false
        network?.cookObserver?.didCook(owner)
        return true
    }

    /// Counts a cook of an operator that has nothing to make.
    func countCook() {
        statistics.begin(of: owner)
        statistics.end(of: owner)
    }

    /// Lets everything that depended on the operator know that it is gone.
    func leave() {
        output.noteChange()
        identity.noteChange()
        attributes.noteChange()
        for node in named.values { node.noteChange() }
    }

    private func passThrough(_ context: CookContext) throws {
        if owner.type.family == .chop {
            context.output(try context.channels(ofInput: 0) ?? Channels())
        } else {
            context.output(copyOf: try context.content(ofInput: 0))
        }
    }

    private func report(_ error: any Error) {
        if let loop = error as? CookLoop {
            // TouchDesigner tells a loop as a warning; the cook goes on with what was there.
            add(loop.description, .warning)
        } else {
            add("\(error)", .error)
        }
    }
}
