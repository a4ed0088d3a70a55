internal import OperatorNetwork
internal import PythonRuntime

/// What the sockets' Python side asks of the host; `understudy_network._device.Host` is its other half.
struct SocketBridge {
    private weak var host: Host?

    init(_ host: Host) { self.host = host }

    /// The functions as one Python object.
    func object() throws(PythonError) -> PythonObject {
        var members: [(String, PythonObject)] = [
            ("address", try (host?.configuration.listenAddress ?? "127.0.0.1").python())
        ]
        for (name, signature, body) in callbacks + contents + messages {
            members.append((name, try .function(name, signature, body)))
        }
        return try PythonObject.module("types").attribute("SimpleNamespace")
            .call(keywords: members)
    }

    private typealias Entry = (
        name: String, signature: String, body: (NativeCall) throws(PythonError) -> PythonObject
    )

    private var callbacks: [Entry] {
        [
            (
                "function", "dat, name",
                { [host] call throws(PythonError) in
                    guard let node = OperatorObject.node(ofAny: call[0]) else { return .none }
                    return try host?.callbackDATs.function(call.string(1), of: node) ?? .none
                }
            ),
            (
                "run", "dat, name, function, args",
                { [host] call throws(PythonError) in
                    guard let node = OperatorObject.node(ofAny: call[0]) else {
                        return try .tuple([false.python(), .none])
                    }
                    let answer = try host?.callbackDATs.call(
                        call[2], call.string(1), of: node, call[3].elements())
                    return try .tuple([(answer != nil).python(), answer ?? .none])
                }
            ),
            (
                "peer", "dat, connection",
                { call throws(PythonError) in try PeerType.make(call[1]) }
            ),
        ]
    }

    private var contents: [Entry] {
        [
            (
                "set_rows", "dat, rows",
                { [host] call throws(PythonError) in
                    var rows: [[String]] = []
                    for row in try call[1].elements() { rows.append(try [String](python: row)) }
                    host?.write(to: call[0]) { content throws(NetworkError) in
                        try content.setRows(rows)
                    }
                    return .none
                }
            ),
            (
                "add_row", "dat, row, limit",
                { [host] call throws(PythonError) in
                    let row = try [String](python: call[1])
                    let limit = try call.int(2)
                    var place = -1
                    host?.write(to: call[0]) { content throws(NetworkError) in
                        try place = content.table.append(row, along: .rows)
                        if limit >= 0, place > limit {
                            let oldest = (1...(place - limit)).map { TableIndex.position($0) }
                            try content.table.delete(oldest, along: .rows)
                            place = limit
                        }
                        content.noteReplacement()
                    }
                    return try place.python()
                }
            ),
            (
                "set_text", "dat, text",
                { [host] call throws(PythonError) in
                    let text = try call.string(1)
                    host?.write(to: call[0]) { content throws(NetworkError) in
                        try content.setText(text)
                    }
                    return .none
                }
            ),
            (
                "set_channels", "chop, values",
                { call throws(PythonError) in
                    guard let node = OperatorObject.node(ofAny: call[0]) else { return .none }
                    var values: [(name: String, value: Float)] = []
                    for (name, value) in try call[1].pairs() {
                        values.append((try name.text(), Float(try Double(python: value))))
                    }
                    node.channelMemory?.replace(Channels(values: values))
                    node.cook(force: true)
                    return .none
                }
            ),
            (
                "channels", "chop",
                { call throws(PythonError) in
                    let samples = try PythonObject.dictionary()
                    for channel in OperatorObject.node(ofAny: call[0])?.channels?.channels ?? [] {
                        try samples.setItem(
                            channel.name, to: channel.samples.map(Double.init).python())
                    }
                    return samples
                }
            ),
            (
                "input", "dat, index",
                { call throws(PythonError) in
                    let index = try call.int(1)
                    let wires = OperatorObject.node(ofAny: call[0])?.inputWires ?? []
                    let source = wires.first { $0.input == index }?.source
                    return try OperatorObject.objectOrNone(of: source)
                }
            ),
        ]
    }

    private var messages: [Entry] {
        [
            (
                "fail", "dat, text",
                { [host] call throws(PythonError) in
                    guard let node = OperatorObject.node(ofAny: call[0]) else { return .none }
                    host?.setError(try call.string(1), of: node)
                    return .none
                }
            ),
            (
                "announce", "dat, text",
                { [host] call throws(PythonError) in
                    let node = OperatorObject.node(ofAny: call[0])
                    host?.announce("\(node?.path ?? "") \(try call.string(1))")
                    return .none
                }
            ),
            (
                "failed", "error",
                { [host] call throws(PythonError) in
                    guard let host else { return .none }
                    host.report(
                        PythonError(exception: call[0]), in: "serving the network",
                        of: host.network.root)
                    return .none
                }
            ),
            (
                "matches", "pattern, text",
                { call throws(PythonError) in
                    try Pattern(call.string(0)).matches(call.string(1)).python()
                }
            ),
        ]
    }
}

extension Host {
    /// Writes what a network DAT has received; a table that is full is the operator's error.
    fileprivate func write(
        to object: PythonObject, _ change: (Content) throws(NetworkError) -> Void
    ) {
        guard let node = OperatorObject.node(ofAny: object), let content = node.content else {
            return
        }
        do throws(NetworkError) {
            try change(content)
        } catch {
            setError(error.message, of: node)
        }
    }

    fileprivate func announce(_ text: String) {
        if !configuration.isQuiet { textport.say("[understudy] \(text)", to: .error) }
    }
}
