internal import OperatorNetwork
internal import PythonRuntime

/// `td.CHOP`: operators that hold channels.
///
/// - Source: <https://docs.derivative.ca/CHOP_Class>
enum CHOPType {
    static var members: [NativeMember] { shape + channels + exports + files }

    /// A part of the channels' shape, which scripts may change in a Script CHOP.
    private static func part(
        _ name: String, _ get: @escaping (Channels) -> any PythonConvertible,
        set: @escaping (inout Channels, Double) -> Void
    ) -> NativeMember {
        .member(
            name, { node throws(PythonError) in try get(ChannelAccess.channels(of: node)) }
        ) { node, value throws(PythonError) in
            let number = try Double(python: value)
            guard number.isFinite, abs(number) <= largest else {
                throw PythonError(.valueError, "\(name) can't be \(number)")
            }
            try ChannelAccess.edit(node) { set(&$0, number) }
        }
    }

    /// More samples than this are a mistake.
    private static let largest = 50_000_000.0

    private static var shape: [NativeMember] {
        [
            .reading("numChans") { node throws(PythonError) in
                try ChannelAccess.channels(of: node).channels.count
            },
            part("numSamples", { $0.count }, set: { $0.resize(to: Int(clamping: $1)) }),
            part("start", { $0.start }, set: { $0.start = $1 }),
            part(
                "end", { $0.end }, set: { $0.resize(to: Int(clamping: max(0, $1 - $0.start + 1))) }),
            part("rate", { $0.rate }, set: { if $1 > 0 { $0.rate = $1 } }),
            .member(
                "isTimeSlice",
                { node throws(PythonError) in try ChannelAccess.channels(of: node).isTimeSlice }
            ) { node, value throws(PythonError) in
                let isSlice = try value.isTrue()
                try ChannelAccess.edit(node) { $0.isTimeSlice = isSlice }
            },
        ]
    }

    private static var channels: [NativeMember] {
        [
            .calling("chan", "*nameOrIndex, caseSensitive=True") { node, call throws(PythonError) in
                try ChannelAccess.channels(
                    of: node, named: call.rest, caseSensitive: call.bool(0)
                ).first ?? .none
            },
            .calling("chans", "*nameOrIndex, caseSensitive=True") {
                node, call throws(PythonError) in
                try ChannelAccess.channels(
                    of: node, named: call.rest, caseSensitive: call.bool(0))
            },
            .calling("numpyArray") { node, _ throws(PythonError) in
                try NumpyArrays.array(of: ChannelAccess.channels(of: node).channels.map(\.samples))
            },
        ]
    }

    private static var exports: [NativeMember] {
        [
            .member("export", { $0.flags.contains(.export) }) { node, value throws(PythonError) in
                if try value.isTrue() {
                    node.flags.insert(.export)
                } else {
                    node.flags.remove(.export)
                }
            },
            .reading("exportChanges") { _ throws(PythonError) in
                try Host.running.channelExports.changes
            },
        ]
    }

    private static var files: [NativeMember] {
        [
            .calling("save", "filepath, createFolders=False") { node, call throws(PythonError) in
                try ChannelFile.save(node, call)
            },
            .calling("convertToKeyframes", "tolerance=0.1") { node, call throws(PythonError) in
                _ = try call.double(0)
                throw TDErrors.error(
                    "convertToKeyframes() of \(node.path) is not to be had: Animation COMPs have no "
                        + "keyframes here.")
            },
        ]
    }
}
