/// Knows whose cook or expression is running, and writes down what it reads.
///
/// - Thread: main
package enum CookRecorder {
    /// Whether reads are written down now.
    package private(set) static var isRecording = false

    /// Called when recording begins and ends, for the layer above that reads past the network.
    package static var whenRecording: (Bool) -> Void = { _ in }

    private static var recordings: [CookRecording] = []
    private static var isPassive = false
    private static var lastID: UInt64 = 0

    /// How many reads were noted in all, repeated ones too.
    package private(set) static var reads = 0

    /// Writes down that a node was read.
    static func note(_ node: CookNode) {
        reads &+= 1
        guard let last = recordings.indices.last, node.lastRecording != recordings[last].id,
            node !== recordings[last].reader
        else { return }
        node.lastRecording = recordings[last].id
        // A recording inside this one may have read the same node and left its own number there.
        guard recordings[last].known.insert(ObjectIdentifier(node)).inserted else { return }
        recordings[last].sources.append(node)
    }

    /// Notes that something was read that does not tell when it changes: what is recorded now will be
    /// made again whenever it is asked for.
    package static func noteUntold() {
        guard isRecording, let last = recordings.indices.last else { return }
        reads &+= 1
        recordings[last].isUntold = true
    }

    /// Whether a node's own cook is what is recorded now, and not one that it asked for.
    static func isReading(for node: CookNode) -> Bool { recordings.last?.reader === node }

    /// Whether what is recorded now has read nothing so far.
    package static var hasReadNothing: Bool { recordings.last?.sources.isEmpty ?? true }

    /// Runs a body whose reads make no dependencies.
    package static func passively<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let wasPassive = isPassive
        setPassive(true)
        defer { setPassive(wasPassive) }
        return try body()
    }

    /// Runs a cook and gives what it read.
    static func record(_ reader: CookNode, _ body: () -> Void) -> CookRecording {
        lastID &+= 1
        let wasPassive = isPassive
        recordings.append(CookRecording(id: lastID, reader: reader))
        setPassive(false)
        body()
        let finished = recordings.removeLast()
        setPassive(wasPassive)
        return finished
    }

    private static func setPassive(_ passive: Bool) {
        isPassive = passive
        let records = !passive && !recordings.isEmpty
        guard records != isRecording else { return }
        isRecording = records
        whenRecording(records)
    }
}
