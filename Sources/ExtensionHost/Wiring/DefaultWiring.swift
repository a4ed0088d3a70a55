internal import OperatorNetwork
internal import PythonRuntime

/// A script that nobody has wired yet.
public nonisolated struct UnwiredScript: Sendable {
    /// The child COMP of the project that it belongs into.
    public let component: String
    /// The text, byte for byte.
    public let text: String
    /// The file it came from.
    public let file: String
    /// Its first line in that file.
    public let line: Int

    /// Describes a script.
    ///
    /// - Parameters:
    ///   - component: The child COMP of the project that it belongs into.
    ///   - text: The text, byte for byte.
    ///   - file: The file it came from.
    ///   - line: Its first line in that file.
    public init(component: String, text: String, file: String, line: Int) {
        self.component = component
        self.text = text
        self.file = file
        self.line = line
    }
}

/// Wires scripts that come without a network, by rules that need no reading of minds, and says each
/// thing it does.
///
/// A class that takes an owner COMP becomes its COMP's extension; its `Start…` methods are called once,
/// `Check…` and `Poll…` methods and those documented so each frame, `Stop…` methods at the end. What it
/// looks up by a literal name is created, and so is the network DAT whose callbacks it defines; what it
/// calls without defining gets a stand-in that says so. Everything is done with operators, so the result
/// can be looked at and kept.
final class DefaultWiring {
    private let host: Host
    private let target: Operator
    private var announcements: [String] = []
    /// A longer line says little on a terminal.
    private static let longestExcerpt = 120

    init(host: Host, target: Operator) {
        self.host = host
        self.target = target
    }

    /// Wires scripts in their order.
    ///
    /// - Returns: What was done, a line each.
    /// - Throws: `HostError` when a script cannot be read, or an operator cannot be made.
    func wire(_ scripts: [UnwiredScript]) throws(HostError) -> [String] {
        for script in scripts {
            do throws(PythonError) {
                try wire(script)
            } catch {
                throw Self.unreadable(script, error)
            }
        }
        return announcements
    }

    private func wire(_ script: UnwiredScript) throws(PythonError) {
        let plan = try WiringPlan.plan(of: script)
        let component = try component(named: script.component)
        let dat = try create("textDAT", plan.datName, in: component)
        try changing { () throws(NetworkError) in try dat.content?.setText(script.text) }
        dat.origin = SourceOrigin(file: script.file, line: script.line)
        announce(script, "\(dat.path) holds this text, \(lines(script.text))")
        for name in plan.operators { try createMissing(name, in: component, script) }
        for (program, folder) in plan.programs { try standIn(for: program, in: folder, script) }
        for (index, plan) in plan.classes.enumerated() {
            try addExtension(plan.name, number: index, of: component, dat, script)
        }
        for server in plan.servers {
            if let done = try server.make(for: dat, in: host.network) { announce(script, done) }
        }
        try addCalls(WiringCalls(plan, dat: dat), in: component, script)
    }

    private func component(named name: String) throws(PythonError) -> Operator {
        if let known = target.child(named: name) { return known }
        return try create("baseCOMP", name, in: target)
    }

    private func createMissing(
        _ name: String, in component: Operator, _ script: UnwiredScript
    ) throws(PythonError) {
        guard component.child(named: name) == nil else { return }
        let type = "\(OperatorName(name).base)DAT"
        guard ["tableDAT", "textDAT"].contains(type) else {
            announce(
                script, "op('\(name)') is looked up, but its name tells no type; it is not created")
            return
        }
        let made = try create(type, name, in: component)
        announce(script, "\(made.path) is created, because op('\(name)') is looked up")
    }

    /// A document can be read anywhere, and seldom comes with the programs that it tells of.
    private func standIn(
        for program: String, in folder: String, _ script: UnwiredScript
    ) throws(PythonError) {
        try FirstImport.comes()
        let isMissing = try PythonObject.module("understudy_start")
            .callMethod("stand_in", program.python(), folder.python()).isTrue()
        guard isMissing else { return }
        announce(
            script,
            "\(program) is to run in '\(folder)', which is not there; a stand-in runs instead")
    }

    private func addExtension(
        _ name: String, number: Int, of component: Operator, _ dat: Operator,
        _ script: UnwiredScript
    ) throws(PythonError) {
        guard let sequence = component.parameters.sequence(named: "ext") else { return }
        let taken = sequence.blocks.indices.count { block in
            sequence.parameter("object", inBlock: block)?.value != .string("")
        }
        try ParameterAccess.checked { () throws(ParameterError) in
            try sequence.resize(to: max(sequence.blocks.count, taken + 1))
            try sequence.parameter("object", inBlock: taken)?
                .set(.string("op('./\(dat.name)').module.\(name)(me)"))
            try sequence.parameter("name", inBlock: taken)?.set(.string(name))
            try sequence.parameter("promote", inBlock: taken)?.set(.bool(true))
        }
        announce(script, "\(component.path) has the extension \(name), promoted")
    }

    private func addCalls(
        _ calls: WiringCalls, in component: Operator, _ script: UnwiredScript
    ) throws(PythonError) {
        guard !calls.isEmpty else { return }
        let name = component.child(named: "execute1") == nil ? "execute1" : "execute2"
        let execute = try create("executeDAT", name, in: component)
        try changing { () throws(NetworkError) in try execute.content?.setText(calls.text) }
        for toggle in calls.toggles {
            try ParameterAccess.checked { () throws(ParameterError) in
                try execute.parameters[toggle]?.set(.bool(true))
            }
        }
        host.callbacks.changed()
        for line in calls.announcements { announce(script, "\(execute.path) \(line)") }
    }

    private func create(
        _ type: String, _ name: String, in parent: Operator
    ) throws(PythonError) -> Operator {
        guard let type = host.network.catalog[type] else {
            throw TDErrors.error("Unknown operator type. Value:'\(type)' Type:<class 'str'>")
        }
        return try changing { () throws(NetworkError) in
            try host.network.create(type, named: name, in: parent)
        }
    }

    private func announce(_ script: UnwiredScript, _ text: String) {
        announcements.append("\(script.file):\(script.line): \(text)")
    }

    private func lines(_ text: String) -> String {
        let count =
            text.utf8.count { $0 == UInt8(ascii: "\n") }
            + (text.hasSuffix("\n") || text.isEmpty ? 0 : 1)
        return count == 1 ? "1 line" : "\(count) lines"
    }

    private static func unreadable(_ script: UnwiredScript, _ error: PythonError) -> HostError {
        if let before = script.text.unicodeScalars.firstIndex(of: "\0") {
            let line = script.text.unicodeScalars[..<before].count { $0 == "\n" }
            return HostError(
                description: "\(script.file):\(script.line + line): this Python cannot be read: "
                    + "the line holds a null character. Take it out and run again.",
                isUsersCode: true)
        }
        if ["RecursionError", "MemoryError"].contains(error.typeName) {
            return HostError(
                description:
                    "\(script.file):\(script.line): this Python cannot be read: it is nested "
                    + "too deeply for the compiler. Split it and run again.", isUsersCode: true)
        }
        guard error.isKind(of: .syntaxError) else {
            return HostError(description: "\(script.file):\(script.line): \(error)")
        }
        let line = (try? error.exception.attribute("lineno")).flatMap { try? Int(python: $0) } ?? 1
        let reason = (try? error.exception.attribute("msg").text()) ?? error.message
        return HostError(
            description: "\(script.file):\(script.line + line - 1): this Python cannot be read: "
                + "\(reason). Mend the line and run again." + excerpt(script, line, error),
            isUsersCode: true)
    }

    /// The line that cannot be read, and a mark under the place.
    private static func excerpt(
        _ script: UnwiredScript, _ line: Int, _ error: PythonError
    ) -> String {
        let lines = script.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(line - 1), lines[line - 1].count < longestExcerpt else {
            return ""
        }
        let shown = lines[line - 1]
        let offset = (try? error.exception.attribute("offset")).flatMap { try? Int(python: $0) }
        guard let column = offset, column > 0, column <= shown.count + 1 else {
            return "\n    \(shown)"
        }
        // Tabs stay tabs, so that the mark stands under its place whatever their width.
        let indent = shown.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
        return "\n    \(shown)\n    \(indent)^"
    }
}
