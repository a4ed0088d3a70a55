internal import OperatorNetwork
internal import PythonRuntime

/// Makes the extensions of COMPs when somebody first asks, and makes them anew when their code changes.
///
/// - Source: <https://docs.derivative.ca/Extensions>
final class ExtensionLifecycle {
    /// The extensions of one COMP, and what they were made from.
    private final class Record {
        weak var node: Operator?
        var slots: [ExtensionSlot] = []
        var declarations: [ExtensionSlot.Declaration] = []
        var sources: [(dat: Operator, version: UInt64)] = []
        var isCompiling = false
        /// Whether the parameters may say something else than `declarations`.
        var mustReadParameters = true

        init(_ node: Operator) { self.node = node }

        /// Whether nothing that the extensions were made from has changed.
        func isCurrent() -> Bool {
            if mustReadParameters, let node {
                guard declarations == ExtensionSlot.declarations(of: node) else { return false }
                mustReadParameters = false
            }
            return sources.allSatisfy { $0.dat.isValid && $0.dat.content?.version == $0.version }
        }
    }

    /// Whether each making of an extension is told in the textport.
    var logsCompiles = false
    private static let initRounds = 16
    private var records: [OperatorID: Record] = [:]
    private var awaitingInit: [(node: Operator, instance: PythonObject)] = []
    private unowned let host: Host

    init(host: Host) { self.host = host }

    /// Whether a COMP's extensions are being made right now.
    func isCompiling(_ node: Operator) -> Bool { records[node.id]?.isCompiling ?? false }

    /// The extensions of a COMP, made if need be.
    ///
    /// - Throws: `td.tdError` while they are being made; what goes wrong in making them is reported and
    ///   leaves a slot empty.
    func slots(of node: Operator) throws(PythonError) -> [ExtensionSlot] {
        if let record = records[node.id] {
            if record.isCompiling {
                throw TDErrors.error("Cannot use an extension during its initialization")
            }
            if record.isCurrent() { return record.slots }
        }
        return compile(node, ExtensionSlot.declarations(of: node))
    }

    /// Notes that a COMP's extension parameters may have changed.
    func parametersChanged(of node: Operator) { records[node.id]?.mustReadParameters = true }

    /// The extension objects of a COMP, `None` for those that failed.
    func instances(of node: Operator) throws(PythonError) -> [PythonObject] {
        try slots(of: node).map { $0.instance ?? .none }
    }

    /// The extension of a name, in the operator or its nearest ancestor that has it.
    func find(_ name: String, from start: Operator) throws(PythonError) -> PythonObject? {
        var next: Operator? = start
        while let node = next {
            for slot in try slots(of: node) where slot.name == name {
                if let instance = slot.instance { return instance }
            }
            next = node.parent
        }
        return nil
    }

    /// What there is to say about an extension that was not found: the nearest one of that name that
    /// could not be made.
    func whyMissing(_ name: String, from start: Operator) throws(PythonError) -> String? {
        var next: Operator? = start
        while let node = next {
            for slot in try slots(of: node)
            where slot.instance == nil && slot.declaration.name == name {
                return "the extension \(name) of \(node.path) failed to initialize"
            }
            next = node.parent
        }
        return nil
    }

    /// Makes a COMP's extensions anew.
    @discardableResult
    func reinitialise(_ node: Operator) throws(PythonError) -> [PythonObject] {
        guard !isCompiling(node) else {
            throw TDErrors.error("Cannot use an extension during its initialization")
        }
        return compile(node, ExtensionSlot.declarations(of: node)).map { $0.instance ?? .none }
    }

    /// Makes anew what has extensions made from text that has changed since.
    func followChanges() {
        for record in Array(records.values) {
            guard let node = record.node, !record.isCompiling else { continue }
            if !record.isCurrent() { _ = compile(node, ExtensionSlot.declarations(of: node)) }
        }
    }

    /// Calls `onInitTD` of what was made since the last time; the end of a frame is the moment.
    func callOnInit() {
        // What an onInitTD makes has its own in the same frame; two that make each other anew wait.
        for _ in 0..<Self.initRounds where !awaitingInit.isEmpty {
            let waiting = awaitingInit
            awaitingInit = []
            for (node, instance) in waiting where node.isValid {
                callHook(["onInitTD", "onPostInit"], of: instance, node)
            }
        }
    }

    /// Calls `onDestroyTD` of a COMP's extensions and forgets them.
    func tearDown(_ node: Operator) {
        guard let record = records[node.id] else { return }
        takeDown(record, of: node)
        records[node.id] = nil
    }

    /// Tears down everything, children before their parents.
    func tearDownAll() {
        let nodes = records.values.compactMap(\.node).sorted { $0.path > $1.path }
        nodes.forEach(tearDown)
    }

    /// The COMPs that have extensions now, by path.
    var owners: [Operator] {
        records.values.filter { !$0.slots.isEmpty }.compactMap(\.node)
            .sorted { $0.path < $1.path }
    }

    private func compile(
        _ node: Operator, _ declarations: [ExtensionSlot.Declaration]
    ) -> [ExtensionSlot] {
        let record = records[node.id] ?? Record(node)
        records[node.id] = record
        takeDown(record, of: node)
        guard node.isValid else { return [] }
        record.declarations = declarations
        record.mustReadParameters = false
        var used: Set<OperatorID> = []
        var made: [ExtensionSlot] = []
        for declaration in declarations {
            made.append(make(declaration, of: node, &used))
        }
        record.isCompiling = false
        record.slots = made
        record.sources = used.compactMap { id in
            guard let dat = host.network.operator(withID: id), let content = dat.content else {
                return nil
            }
            return (dat, content.version)
        }
        let list = try? PythonObject.list(made.map { $0.instance ?? .none })
        OperatorObject.setExtensions(list, of: node)
        guard records[node.id] === record else { return made }
        for case let instance? in made.map(\.instance) { awaitingInit.append((node, instance)) }
        return made
    }

    private func make(
        _ declaration: ExtensionSlot.Declaration, of node: Operator, _ used: inout Set<OperatorID>
    ) -> ExtensionSlot {
        if logsCompiles {
            host.textport.say("Compiling extension \(declaration.name) of \(node.path)")
        }
        do throws(PythonError) {
            let (instance, sources) = try host.modules.watchingUse { () throws(PythonError) in
                try host.activity.during("making extension \(declaration.name) of \(node.path)") {
                    () throws(PythonError) in
                    try host.scripts.evaluate(declaration.expression, me: node)
                }
            }
            used.formUnion(sources)
            let className = try instance.type.attribute("__name__").text()
            host.chronicle.extensionMade(
                node, named: declaration.name.isEmpty ? className : declaration.name)
            return ExtensionSlot(
                declaration: declaration, instance: instance, className: className)
        } catch {
            used.formUnion(sourcesNamed(in: declaration.expression, of: node))
            let name = declaration.name.isEmpty ? "" : " \(declaration.name)"
            host.report(error, in: "extension\(name)", of: node)
            return ExtensionSlot(declaration: declaration, instance: nil, className: "")
        }
    }

    /// The DATs beside or in a COMP that a failed expression names, so that mending one is noticed.
    private func sourcesNamed(in expression: String, of node: Operator) -> Set<OperatorID> {
        let dats = node.children.filter { $0.ownContent != nil && expression.contains($0.name) }
        return Set(dats.map(\.id))
    }

    /// Calls the last hooks.
    ///
    /// From here on the extensions cannot be used, lest an `onDestroyTD` that asks its owner for them
    /// makes them anew.
    private func takeDown(_ record: Record, of node: Operator) {
        let slots = record.slots
        record.slots = []
        record.isCompiling = true
        OperatorObject.setExtensions(nil, of: node)
        for slot in slots {
            guard let instance = slot.instance else { continue }
            awaitingInit.removeAll { $0.instance.isIdentical(to: instance) }
            callHook(["onDestroyTD", "__delTD__"], of: instance, node)
            ThreadWatch.tornDown(
                instance, "\(slot.name) of \(node.path)", isOver: host.hasEnded)
        }
    }

    private func callHook(_ names: [String], of instance: PythonObject, _ node: Operator) {
        do throws(PythonError) {
            for name in names {
                guard let hook = try instance.attributeIfPresent(name) else { continue }
                return try host.activity.during("running \(name)", node) {
                    () throws(PythonError) in
                    _ = try hook.call()
                }
            }
        } catch {
            host.report(error, in: names[0], of: node)
        }
    }
}
