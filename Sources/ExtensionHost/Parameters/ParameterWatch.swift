internal import OperatorNetwork
internal import PythonRuntime

/// What one Parameter Execute or ParGroup Execute DAT watches, and what it saw last.
///
/// - Source: <https://docs.derivative.ca/Parameter_Execute_DAT>
final class ParameterWatch {
    /// A parameter and what was seen of it.
    struct Entry {
        let parameter: Parameter
        /// As of the last look in the middle of a frame, nil when it can't be evaluated.
        var seen: ParameterSnapshot?
        /// As of the last end of a frame.
        var seenAtEnd: ParameterSnapshot?
    }

    /// The type that tells whole groups.
    static let groupType = "pargroupexecuteDAT"

    let dat: Operator
    /// Whether whole groups are told.
    let tellsGroups: Bool
    private(set) var entries: [Entry] = []
    /// The pulses that were pressed and not told yet.
    private(set) var pulses: [Parameter] = []
    private var structure: UInt64?

    init(_ dat: Operator) {
        self.dat = dat
        tellsGroups = dat.type.name == Self.groupType
    }

    /// Has the parameters to watch looked up again before the next look.
    func forget() { structure = nil }

    /// Looks up which parameters are watched; those that are new are seen as they are now.
    func refresh() {
        guard dat.isOn("active") else {
            entries.removeAll()
            pulses.removeAll()
            structure = nil
            return
        }
        let version = dat.network?.structureVersion
        guard structure == nil || structure != version else { return }
        structure = version
        var known: [ObjectIdentifier: Entry] = [:]
        for entry in entries { known[ObjectIdentifier(entry.parameter)] = entry }
        entries = watched.map { parameter in
            known[ObjectIdentifier(parameter)] ?? entry(parameter)
        }
    }

    /// Notes a pulse that was pressed.
    func notePulse(_ parameter: Parameter) {
        refresh()
        guard dat.isOn("onpulse"), entries.contains(where: { $0.parameter === parameter }) else {
            return
        }
        pulses.append(parameter)
    }

    /// Gives the pulses since the last time.
    func takePulses() -> [Parameter] {
        defer { pulses.removeAll() }
        return pulses
    }

    /// Looks at every parameter.
    ///
    /// - Returns: Those that differ from what was seen, with what that was.
    func look(
        _ moment: WritableKeyPath<Entry, ParameterSnapshot?>
    ) -> [(parameter: Parameter, before: ParameterSnapshot, now: ParameterSnapshot)] {
        var changes: [(Parameter, ParameterSnapshot, ParameterSnapshot)] = []
        let asksEnable = dat.isOn("enablechange")
        for index in entries.indices {
            let parameter = entries[index].parameter
            guard parameter.isValid,
                let now = try? ParameterSnapshot(of: parameter, asking: asksEnable)
            else { continue }
            // Evaluated code may change what is watched.
            guard entries.indices.contains(index), entries[index].parameter === parameter else {
                break
            }
            if let before = entries[index][keyPath: moment] {
                changes.append((parameter, before, now))
            }
            entries[index][keyPath: moment] = now
        }
        return changes.map { (parameter: $0.0, before: $0.1, now: $0.2) }
    }

    private func entry(_ parameter: Parameter) -> Entry {
        let seen = try? ParameterSnapshot(of: parameter, asking: dat.isOn("enablechange"))
        return Entry(parameter: parameter, seen: seen, seenAtEnd: seen)
    }

    private var watched: [Parameter] {
        let text = dat.text(of: "pars")
        guard !text.isEmpty, let source = dat.parameters["op"],
            let nodes = try? ParameterOperators.list(of: source)
        else { return [] }
        let pattern = Pattern(text)
        let (custom, builtIn) = (dat.isOn("custom"), dat.isOn("builtin"))
        return nodes.compactMap(OperatorObject.node(ofAny:)).flatMap { node in
            node.parameters.all.filter { parameter in
                let definition = parameter.definition
                return (definition.isCustom ? custom : builtIn)
                    && (pattern.matches(definition.name)
                        || tellsGroups && pattern.matches(definition.group))
            }
        }
    }
}
