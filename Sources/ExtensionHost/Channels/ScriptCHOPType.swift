internal import OperatorNetwork
internal import PythonRuntime

/// `td.scriptCHOP`: a CHOP whose channels code makes, in its `onCook`.
///
/// - Source: <https://docs.derivative.ca/ScriptCHOP_Class>
enum ScriptCHOPType {
    static var members: [NativeMember] {
        [
            .reading("timeSliceDefault") { node throws(PythonError) in
                try node.wiredInputs.first.flatMap { $0 }.map { input throws(PythonError) in
                    try ChannelAccess.channels(of: input).isTimeSlice
                } ?? false
            },
            .calling("clear") { node, _ throws(PythonError) in
                try ChannelAccess.edit(node) { $0.channels = [] }
                return PythonObject.none
            },
            .calling("appendChan", "name=None") { node, call throws(PythonError) in
                let given = try call[0].isNone ? nil : call[0].text()
                var place = 0
                try ChannelAccess.edit(node) { channels in
                    let taken = Set(channels.names)
                    let name = given ?? Channels.uniqueName("chan1", among: taken)
                    // A Script CHOP that nobody gave a length makes channels of one sample.
                    if channels.count == 0, !channels.isSized { channels.count = 1 }
                    place = channels.channels.count
                    channels.channels.append(
                        .init(name, Array(repeating: 0, count: channels.count)))
                }
                return try ChannelAccess.make(node, ChannelAccess.channels(of: node), place)
            },
            .calling("copy", "chop") { node, call throws(PythonError) in
                let other = try ChannelAccess.channels(of: OperatorObject.node(of: call[0]))
                try ChannelAccess.edit(node) { $0 = other }
                return PythonObject.none
            },
            .calling("copyNumpyArray", "numpyArray, baseName='chan'") {
                node, call throws(PythonError) in
                let rows = try NumpyArrays.rows(of: call[0], dimensions: 2)
                let base = try call.string(1)
                try ChannelAccess.edit(node) { channels in
                    channels.channels = rows.enumerated().map { .init("\(base)\($0 + 1)", $1) }
                    channels.count = rows.first?.count ?? 0
                }
                return PythonObject.none
            },
        ]
    }
}
