/// What the scripts of a project may do: which values reach which names, who calls whom, and which
/// functions run on other threads.
///
/// Flow-insensitive: every assignment counts, in whatever order. It reads the scripts again until
/// nothing new comes to light.
package final class Analysis {
    package let scripts: [Script]
    /// Every call, in the order of the text.
    private(set) var calls: [CallFact] = []
    /// Every place where a function is handed to another thread.
    package private(set) var starts: [ThreadStart] = []
    /// Every function, in the order of the text.
    package private(set) var functions: [ScriptFunction] = []
    /// Every class, in the order of the text.
    package private(set) var classes: [ScriptClass] = []
    /// The functions that run on another thread, with the start that leads there.
    package var offMain: [ScriptFunction: ThreadStart] { threadFlow.starts }

    var functionsByDefinition: [ObjectIdentifier: ScriptFunction] = [:]
    var classesByDefinition: [ObjectIdentifier: ScriptClass] = [:]
    var elements: [Value: Set<Value>] = [:]
    /// What lies in dictionaries under keys that are written in quotes.
    var keyedElements: [Value: [String: Set<Value>]] = [:]
    var madeAttributes: [Value: [String: Set<Value>]] = [:]
    var methodsByName: [String: [ScriptFunction]] = [:]
    var scriptsByName: [String: Script] = [:]
    /// The scripts of each name.
    private(set) var namesakes: [String: [Script]] = [:]
    private(set) var callers: [ScriptFunction: Set<ScriptFunction>] = [:]
    private(set) var callees: [ScriptFunction: Set<ScriptFunction>] = [:]
    private(set) var calledByScripts: Set<ScriptFunction> = []
    /// The calls of the project's functions by each of them, as last read.
    private(set) var edges: [ScriptFunction: [CallEdge]] = [:]
    /// How other threads come by their functions.
    private(set) var threadFlow = ThreadFlow()
    /// Whether names stand for what they are on other threads.
    var isOnThread = false
    private var knownHeirs: [ScriptClass: [ScriptClass]]?
    private var startKeys: [StartKey: Int] = [:]
    private var isRecording = false
    private var recorded: Set<ObjectIdentifier> = []
    /// The functions that a task's thread hands back to the main thread, with the call that says so.
    private(set) var taskHooks: [ScriptFunction: Expression] = [:]
    /// What rules look up over and over.
    private(set) lazy var index = AnalysisIndex(self)
    /// Where functions that run on threads touch operators.
    private(set) lazy var operatorTouches = OperatorTouches(self).all
    /// Which code runs while which lock is held.
    private(set) lazy var locks = Locks(self)
    var hasChanged = false
    /// What lies in collections and in objects of libraries.
    let contents = Knowledge()
    /// Which classes and functions there are.
    let definitions = Knowledge()
    private var changes = 0
    private var pass = 0
    private var readings = 0
    private var readingCount = 0
    private var reader: ScriptFunction?

    /// More values than these say nothing any more.
    static let valueLimit = 60
    private static let passLimit = 12

    private struct StartKey: Hashable {
        let kind: ThreadStart.Kind
        let site: ObjectIdentifier?
        let target: ScriptFunction?
    }

    /// Analyses the scripts of one project together.
    ///
    /// Tests among others are left out: what they do happens in no TouchDesigner.
    package init(_ all: [Script]) {
        let tested = all.filter { !$0.isTest }
        scripts = tested.isEmpty ? all : tested
        for script in scripts {
            if scriptsByName[script.name] == nil { scriptsByName[script.name] = script }
            namesakes[script.name, default: []].append(script)
        }
        for _ in 0..<Self.passLimit {
            hasChanged = false
            readAll()
            noteThreadClasses()
            if !hasChanged { break }
        }
        isRecording = true
        readAll()
        isRecording = false
        var flow = ThreadFlow()
        flow.follow(self)
        threadFlow = flow
    }

    private func readAll() {
        pass += 1
        for script in scripts { read(script.body, in: script.scope, of: script, inside: nil) }
        guard !isRecording else { return }
        // Functions inside those that were not read again.
        var index = 0
        while index < functions.count {
            if functions[index].definition.name != "<lambda>" { readBody(of: functions[index]) }
            index += 1
        }
    }

    /// Adds values to a set and notes whether that is news, and of what.
    func add(_ values: Set<Value>, to set: inout Set<Value>, of owner: some Changing) {
        guard !values.isEmpty, !values.isSubset(of: set), set.count < Self.valueLimit else {
            return
        }
        set.take(values)
        noteChange(of: owner)
    }

    /// Notes that something is known now that was not before.
    func noteChange(of owner: some Changing) {
        changes += 1
        owner.changedAt = changes
        hasChanged = true
    }

    /// Notes that the function being read looks at something.
    func look(at something: some Changing) {
        guard let reader, something.seenIn != readingCount else { return }
        something.seenIn = readingCount
        reader.reading.note(something)
    }

    /// Reads a function's body, if it has not been read or what it looks at has changed since.
    func readBody(of function: ScriptFunction) {
        guard function.reading.askedIn != pass || isRecording else { return }
        guard isRecording || !function.reading.isUpToDate else {
            function.reading.askedIn = pass
            return
        }
        let (outerReader, outerCount) = (reader, readingCount)
        readings += 1
        (reader, readingCount) = (function, readings)
        function.reading = Reading(beginningAt: changes)
        function.reading.askedIn = pass
        read(
            function.definition.body, in: function.scope, of: function.script, inside: function)
        (reader, readingCount) = (outerReader, outerCount)
    }

    /// Takes down that one function calls another.
    func note(
        _ callee: ScriptFunction, calledBy caller: ScriptFunction?, at site: Expression? = nil,
        hasReceiver: Bool = true
    ) {
        guard let caller else {
            calledByScripts.insert(callee)
            return
        }
        if isRecording {
            edges[caller, default: []].append(
                CallEdge(site: site, callee: callee, hasReceiver: hasReceiver))
        }
        guard callees[caller, default: []].insert(callee).inserted else { return }
        callers[callee, default: []].insert(caller)
        hasChanged = true
    }

    /// Takes down a call; only the last reading counts, when everything is known.
    func note(_ call: CallFact) {
        guard isRecording, recorded.insert(ObjectIdentifier(call.expression)).inserted else {
            return
        }
        calls.append(call)
    }

    /// Takes down that the main thread calls a function when a task has ended.
    func note(hook function: ScriptFunction, at site: Expression) {
        note(function, calledBy: nil)
        taskHooks[function] = taskHooks[function] ?? site
    }

    /// Takes down that functions are handed to another thread.
    func noteStart(
        _ kind: ThreadStart.Kind, _ targets: Set<Value>, at site: Expression?,
        inside: ScriptFunction?, of script: Script
    ) {
        // Threads of a test are none of the project's.
        guard !script.isTest else { return }
        let functions = targets.flatMap { runs($0) }
        for function in functions.isEmpty ? [nil] : functions.map(Optional.some) {
            let key = StartKey(
                kind: kind, site: site.map { ObjectIdentifier($0) }, target: function)
            guard startKeys[key] == nil else { continue }
            startKeys[key] = starts.count
            starts.append(
                ThreadStart(
                    kind: kind, site: site, targets: function.map { [$0] } ?? [], inside: inside,
                    script: script))
            hasChanged = true
        }
    }

    /// The functions that a call of a value runs.
    func runs(_ value: Value) -> [ScriptFunction] {
        if let function = value.callee { return [function] }
        if case .instance(let type) = value {
            return members(of: type, named: "__call__").compactMap(\.callee)
        }
        return []
    }

    /// Registers a function when it is first read.
    func register(_ function: ScriptFunction) {
        functions.append(function)
        functionsByDefinition[ObjectIdentifier(function.definition)] = function
        if function.owner != nil {
            methodsByName[function.definition.name, default: []].append(function)
        }
        noteChange(of: definitions)
    }

    /// Registers a class when it is first read.
    func register(_ type: ScriptClass, of definition: AnyObject) {
        classes.append(type)
        classesByDefinition[ObjectIdentifier(definition)] = type
        knownHeirs = nil
        noteChange(of: definitions)
    }

    /// Adds bases to a class.
    func add(bases: Set<Value>, to type: ScriptClass) {
        let count = type.bases.count
        add(bases, to: &type.bases, of: definitions)
        guard type.bases.count != count else { return }
        knownHeirs = nil
        for one in classes { one.forgetAncestry() }
    }

    /// A class and those that inherit from it.
    func heirs(of type: ScriptClass) -> [ScriptClass] {
        if let knownHeirs { return knownHeirs[type] ?? [] }
        var heirs: [ScriptClass: [ScriptClass]] = [:]
        for candidate in classes {
            for ancestor in candidate.ancestry { heirs[ancestor, default: []].append(candidate) }
        }
        knownHeirs = heirs
        return heirs[type] ?? []
    }

    /// Classes that are threads, and handlers of servers that use threads.
    private func noteThreadClasses() {
        for type in classes {
            let bases = type.externalBases
            if !bases.isDisjoint(with: ThreadAPI.threadClasses) {
                let runs = type.ancestry.lazy.compactMap { $0.members["run"] }.first ?? []
                noteStart(.thread, runs, at: nil, inside: nil, of: type.script)
            }
            if !bases.isDisjoint(with: LibraryCallbacks.bases) {
                let methods = type.methods.filter { $0.definition.name.hasPrefix("on_") }
                noteStart(
                    .callback, Set(methods.map { .function($0) }), at: nil, inside: nil,
                    of: type.script)
            }
        }
        for (value, attributes) in madeAttributes {
            for (name, values) in attributes where LibraryCallbacks.attributes.contains(name) {
                guard case .made(let made) = value, hasThread(made) else { continue }
                for case let value in values {
                    guard let function = value.callee else { continue }
                    noteStart(
                        .callback, [value], at: made.site, inside: nil, of: function.script)
                }
            }
        }
    }

    /// Whether a library's object calls back on a thread: an MQTT client may be asked to do so in a
    /// frame, by `loop()`.
    private func hasThread(_ made: Value.Made) -> Bool {
        !made.type.hasPrefix("paho.")
            || scripts.contains {
                $0.text.contains(".loop_start(") || $0.text.contains(".loop_forever")
            }
    }
}
