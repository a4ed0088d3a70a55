internal import OperatorNetwork
internal import PythonRuntime

/// What `ui.undo` can take back: the blocks that scripts opened.
///
/// - Source: <https://docs.derivative.ca/Undo_Class>
final class UndoStack: NetworkJournal {
    /// Changes that are taken back together.
    struct Block {
        let name: String
        var steps: [UndoStep] = []
    }

    /// Whether anything is written down at all.
    var isEnabled = true
    private(set) var done: [Block] = []
    private(set) var undone: [Block] = []
    private var open: [(block: Block, isRecording: Bool)] = []
    private unowned let host: Host
    // Destroyed operators wait in a network of their own for their return.
    private let shelf = Network()
    private var isReplaying = false

    init(host: Host) {
        self.host = host
        shelf.storageKeeper = host.network.storageKeeper
    }

    /// Whether changes are written down now.
    var isRecording: Bool { isEnabled && open.allSatisfy { $0.isRecording } && !open.isEmpty }

    /// Opens a block; changes until its end belong to it.
    ///
    /// - Parameters:
    ///   - name: What the block does, for people.
    ///   - isRecording: False leaves the changes in it out.
    func start(_ name: String, isRecording: Bool) {
        open.append((Block(name: name), isRecording))
        listen()
    }

    /// Ends the innermost block; the outermost one can be taken back from then on.
    func end() {
        guard let (block, isRecording) = open.popLast() else { return }
        if let outer = open.indices.last {
            open[outer].block.steps += block.steps
        } else if isRecording, isEnabled {
            done.append(block)
            undone.removeAll()
        }
        listen()
    }

    /// Ends every block that is open, as the end of a callback does.
    func endAll() { while !open.isEmpty { end() } }

    /// Adds a function that is called when the block is taken back, and when it is done again.
    func add(_ callback: PythonObject, _ info: PythonObject) {
        record(.call(callback, info))
    }

    /// Takes back the last block.
    ///
    /// - Throws: What a callback raised; the rest is taken back all the same.
    func undo() throws(PythonError) {
        endAll()
        guard let block = done.popLast() else { return }
        let (inverse, failure) = replayed(block, isUndo: true)
        undone.append(inverse)
        if let failure { throw failure }
    }

    /// Does the last block again that was taken back.
    ///
    /// - Throws: What a callback raised; the rest is done all the same.
    func redo() throws(PythonError) {
        endAll()
        guard let block = undone.popLast() else { return }
        let (inverse, failure) = replayed(block, isUndo: false)
        done.append(inverse)
        if let failure { throw failure }
    }

    /// Forgets everything.
    func clear() {
        open.removeAll()
        done.removeAll()
        undone.removeAll()
        listen()
    }

    func changed(_ parameter: Parameter, from state: Parameter.State) {
        guard let owner = parameter.owner else { return }
        record(.parameter(owner.path, parameter.name, state))
    }

    func contentWillChange(of dat: Operator) {
        guard let table = dat.content?.table else { return }
        let rows = (0..<table.rows).map { table.texts(of: $0, along: .rows) ?? [] }
        record(.content(dat.path, rows))
    }

    func cellWillChange(of dat: Operator, row: Int, column: Int) {
        guard let text = dat.content?.table.text(row: row, column: column) else { return }
        record(.cell(dat.path, row, column, text))
    }

    func noted(_ change: NetworkChange) {
        switch change {
        case .created(let node), .copied(let node, _):
            record(.creation(node.path))
        case .willDestroy(let node):
            guard let parent = node.parent, !parent.isBeingDestroyed, isRecording else { return }
            if let step = destruction(of: node, in: parent) { record(step) }
        case .renamed(let node, let old):
            record(.name(node.path, old))
        default:
            break
        }
    }

    private func listen() {
        host.network.journal = isRecording ? self : nil
        JournalFlag.isOn = isRecording
    }

    private func record(_ step: UndoStep) {
        guard isRecording, !isReplaying, let innermost = open.indices.last else { return }
        open[innermost].block.steps.append(step)
    }

    /// Takes the steps of a block back, the last one first.
    ///
    /// - Returns: What does them again, and what the first step raised that could not be taken back.
    private func replayed(_ block: Block, isUndo: Bool) -> (inverse: Block, failure: PythonError?) {
        let wasReplaying = isReplaying
        isReplaying = true
        defer { isReplaying = wasReplaying }
        var inverse = Block(name: block.name)
        var failure: PythonError?
        for step in block.steps.reversed() {
            do throws(PythonError) {
                if let back = try reverse(step, isUndo: isUndo) { inverse.steps.append(back) }
            } catch {
                // A function that raised is called again the other way round.
                if case .call = step { inverse.steps.append(step) }
                failure = failure ?? error
            }
        }
        return (inverse, failure)
    }

    /// Takes a step back.
    ///
    /// - Returns: The step that does it again; nil when what it changed is gone.
    private func reverse(_ step: UndoStep, isUndo: Bool) throws(PythonError) -> UndoStep? {
        let network = host.network
        switch step {
        case .parameter(let path, let name, let state):
            guard let parameter = node(path)?.parameters[name] else { return nil }
            let now = parameter.state
            parameter.assign(state)
            return .parameter(path, name, now)
        case .content(let path, let rows):
            guard let content = node(path)?.content else { return nil }
            let table = content.table
            let now = (0..<table.rows).map { table.texts(of: $0, along: .rows) ?? [] }
            try changing { () throws(NetworkError) in
                if content.kind == .text {
                    try content.setText(rows.first?.first ?? "")
                } else {
                    try content.setRows(rows)
                }
            }
            return .content(path, now)
        case .cell(let path, let row, let column, let text):
            guard let table = node(path)?.content?.table,
                let now = table.text(row: row, column: column)
            else { return nil }
            try changing { () throws(NetworkError) in
                try table.setText(text, row: row, column: column)
            }
            return .cell(path, row, column, now)
        case .creation(let path):
            guard let made = node(path), let parent = made.parent else { return nil }
            let back = destruction(of: made, in: parent)
            try changing { () throws(NetworkError) in try network.destroy(made) }
            return back
        case .destruction(let kept):
            guard let parent = node(kept.parent) else { return nil }
            let made = try COMPCopying.copy([kept.node], into: parent, names: [kept.name])[0]
            for (input, output, source) in kept.inputs {
                guard let source = parent.child(named: source) else { continue }
                try? network.connect(output: output, of: source, toInput: input, of: made)
            }
            for (output, input, target) in kept.outputs {
                guard let target = parent.child(named: target) else { continue }
                try? network.connect(output: output, of: made, toInput: input, of: target)
            }
            return .creation(made.path)
        case .name(let path, let old):
            guard let node = node(path) else { return nil }
            let now = node.name
            try changing { () throws(NetworkError) in try network.rename(node, to: old) }
            return .name(node.path, now)
        case .call(let callback, let info):
            try callback.call(isUndo.python(), info)
            return step
        }
    }

    private func destruction(of node: Operator, in parent: Operator) -> UndoStep? {
        guard let kept = try? shelf.copy(node, into: shelf.root, named: node.name) else {
            return nil
        }
        return .destruction(
            .init(
                node: kept, name: node.name, parent: parent.path,
                inputs: node.inputWires.map {
                    (input: $0.input, output: $0.output, source: $0.source.name)
                },
                outputs: node.outputWires.map {
                    (output: $0.output, input: $0.input, target: $0.target.name)
                }))
    }

    private func node(_ path: String) -> Operator? {
        host.network.find(path, from: host.network.root)
    }
}
