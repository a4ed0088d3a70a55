internal import Frames
internal import OperatorNetwork

/// Keeps DATs and the files that they name the same, in both directions, while `syncfile` is on.
///
/// Ten times a second it is asked when the files were written; a project without such DATs pays
/// one comparison a frame.
///
/// - Thread: main
/// - Source: <https://docs.derivative.ca/Text_DAT>
final class SyncedFiles {
    /// A DAT and its file.
    private struct Pair {
        let node: Operator
        let path: String
        /// What the file was when it and the DAT were the same last.
        var stamp: FileStamp?
        /// The DAT's version then.
        var version: UInt64
        var encoding = TextEncoding.utf8
        /// What went wrong last, told once.
        var complaint: String?
    }

    /// How long a change on disk may go unnoticed, and a change of a DAT unwritten.
    ///
    /// - Units: seconds
    private static let interval = 0.1

    private unowned let host: Host
    private var pairs: [OperatorID: Pair] = [:]
    /// DATs whose parameters have changed, and whether a project's file has said so.
    private var noted: [OperatorID: Bool] = [:]
    private var nextLook = -Double.infinity
    private var nextWriting = -Double.infinity
    private var hasStarted = false

    init(host: Host) {
        self.host = host
    }

    /// Takes note of a parameter that may name a file or turn its use on or off.
    func parameterChanged(_ parameter: Parameter, of node: Operator) {
        guard node.content != nil else { return }
        // Every parameter that changes comes by here: comparing short texts is faster than hashing.
        switch parameter.name {
        case "file", "syncfile", "loadonstart": noted[node.id] = !hasStarted
        default: break
        }
    }

    /// Forgets an operator.
    func forget(_ id: OperatorID) {
        pairs[id] = nil
        noted[id] = nil
    }

    /// Loads what the project says is to be loaded.
    func start() {
        look(isDue: true)
        hasStarted = true
    }

    /// Loads the files that have changed.
    func frameStarts() {
        guard !pairs.isEmpty || !noted.isEmpty else { return }
        look(isDue: host.loop.clock.now >= nextLook)
    }

    /// Writes the DATs that have changed, at most ten times a second.
    func frameEnds() {
        guard !pairs.isEmpty, host.loop.clock.now >= nextWriting else { return }
        writeChanged()
    }

    /// Writes what is not written yet.
    func end() { writeChanged() }

    private func writeChanged() {
        for (id, pair) in pairs where pair.node.content?.version != pair.version {
            nextWriting = host.loop.clock.now + Self.interval
            pairs[id] = meeting(pair)
        }
    }

    /// The pair after its DAT has changed: what somebody else wrote into the file meanwhile is not lost.
    private func meeting(_ pair: Pair) -> Pair {
        guard let stamp = host.fileStore?.stamp(of: pair.path), stamp != pair.stamp else {
            return writing(pair)
        }
        var pair = pair
        say(
            "\(pair.node.path): \(pair.path) was changed by somebody else while the DAT changed too; "
                + "the file was loaded, and the DAT's change is gone.")
        read(&pair)
        return pair
    }

    /// Loads a DAT's file now, whatever its parameters say.
    func load(_ node: Operator) {
        guard var pair = pair(of: node, isFromProject: false) else { return }
        read(&pair)
        if pairs[node.id] != nil { pairs[node.id] = pair }
    }

    /// Writes a DAT's file now, whatever its parameters say.
    func save(_ node: Operator) {
        guard let pair = pairs[node.id] ?? pair(of: node, isFromProject: false) else { return }
        let written = writing(pair)
        if pairs[node.id] != nil { pairs[node.id] = written }
    }

    /// Writes the DATs inside a COMP that are to be written whenever the project is saved.
    func saveAll(inside component: Operator) {
        for node in component.withDescendants
        where node.content != nil && node.parameters.value(of: "write") == .bool(true) {
            save(node)
        }
    }

    private func look(isDue: Bool) {
        for (id, isFromProject) in noted { pairUp(id, isFromProject: isFromProject) }
        noted.removeAll(keepingCapacity: true)
        guard isDue, let store = host.fileStore else { return }
        nextLook = host.loop.clock.now + Self.interval
        for (id, var pair) in pairs {
            guard let stamp = store.stamp(of: pair.path), stamp != pair.stamp else { continue }
            if pair.node.content?.version == pair.version {
                read(&pair)
                pairs[id] = pair
            } else {
                pairs[id] = meeting(pair)
            }
        }
    }

    private func pairUp(_ id: OperatorID, isFromProject: Bool) {
        pairs[id] = nil
        guard let node = host.network.operator(withID: id),
            var pair = pair(of: node, isFromProject: isFromProject)
        else { return }
        let isSynced = node.isOn("syncfile")
        guard isSynced || node.isOn("loadonstart") && isFromProject else { return }
        // What reads project files has read this one a moment ago.
        let isFresh = isFromProject && node.origin?.file.hasSuffix(lastName(of: pair.path)) == true
        if isFresh || pair.stamp == nil {
            pair.version = node.content?.version ?? 0
        } else {
            read(&pair)
        }
        if isSynced { pairs[id] = pair }
    }

    private func lastName(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    }

    /// The DAT with the file that it names; nil when it names none that it may use.
    private func pair(of node: Operator, isFromProject: Bool) -> Pair? {
        guard let store = host.fileStore,
            case let given = node.text(of: "file"), !given.isEmpty
        else { return nil }
        let path = String(given.map { $0 == "\\" ? "/" : $0 })
        let folder = host.configuration.projectFolder
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        if isFromProject, !isInside(whole, folder, store) {
            say(
                "\(node.path): The file '\(given)' leads out of the project's folder; a project "
                    + "that is loaded may name only files inside. It was left alone.")
            return nil
        }
        return Pair(
            node: node, path: whole, stamp: store.stamp(of: whole),
            version: node.content?.version ?? 0)
    }

    /// Whether a path stays inside of a folder, by its names and by the links on its way.
    private func isInside(_ path: String, _ folder: String, _ store: any FileStore) -> Bool {
        guard path.hasPrefix(folder + "/"), !path.split(separator: "/").contains("..") else {
            return false
        }
        return store.realPath(of: path)?.hasPrefix(folder + "/") ?? true
    }

    private func read(_ pair: inout Pair) {
        guard let store = host.fileStore, let content = pair.node.content else { return }
        // Taken before reading, so that what is written meanwhile is read the next time.
        pair.stamp = store.stamp(of: pair.path)
        do throws(ProjectStoreError) {
            let bytes = try store.bytes(of: pair.path)
            let wanted = pair.node.parameters["defaultreadencoding"]?.value.text ?? "autodetect"
            let (text, encoding) = TextEncoding.decode(bytes, as: wanted)
            pair.encoding = encoding
            try fill(content, text, pair.path)
            pair.node.origin = SourceOrigin(file: pair.path, line: 1)
            pair.complaint = nil
        } catch {
            complain(error.description, &pair)
        }
        pair.version = content.version
    }

    private func fill(
        _ content: Content, _ text: String, _ path: String
    ) throws(ProjectStoreError) {
        do throws(NetworkError) {
            if path.hasSuffix(".csv") {
                try content.setCSV(text)
            } else {
                try content.setText(text)
            }
        } catch {
            throw ProjectStoreError(description: "\(path): \(error.message)")
        }
    }

    private func writing(_ pair: Pair) -> Pair {
        var pair = pair
        guard let store = host.fileStore, let content = pair.node.content else { return pair }
        pair.version = content.version
        let text =
            content.kind == .table && pair.path.hasSuffix(".csv") ? content.csv : content.text
        do throws(ProjectStoreError) {
            try store.write(pair.encoding.encode(text), to: pair.path)
            pair.stamp = store.stamp(of: pair.path)
            pair.complaint = nil
        } catch {
            complain(error.description, &pair)
        }
        return pair
    }

    private func complain(_ text: String, _ pair: inout Pair) {
        guard pair.complaint != text else { return }
        pair.complaint = text
        say("\(pair.node.path): \(text)")
    }

    private func say(_ text: String) { host.textport.say("[understudy] \(text)", to: .error) }
}
