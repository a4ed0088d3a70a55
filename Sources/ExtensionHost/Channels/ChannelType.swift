internal import OperatorNetwork
internal import PythonRuntime

/// `td.Channel`: one channel of a CHOP; it acts as its value now.
///
/// - Source: <https://docs.derivative.ca/Channel_Class>
enum ChannelType {
    static var members: [NativeMember] {
        let number = NumberLike.members { channel throws(PythonError) in
            try ChannelReference.of(channel).current().python()
        }
        // The length is that of the channel, not of its value.
        return number.filter { $0.name != "__len__" } + identity + values + statistics + arrays
    }

    private static func reading(
        _ name: String,
        _ get: @escaping (ChannelReference) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { channel throws(PythonError) in
            try get(ChannelReference.of(channel)).python()
        }
    }

    private static func calling(
        _ name: String, _ signature: String = "",
        _ body:
            @escaping (ChannelReference, NativeCall) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .method(name, signature) { call throws(PythonError) in
            try body(ChannelReference.of(call.owner), call).python()
        }
    }

    private static var identity: [NativeMember] {
        [
            reading("valid") { reference in
                reference.owner?.visibleChannels.flatMap(reference.index(in:)) != nil
            },
            reading("index") { reference throws(PythonError) in try reference.found().index },
            reading("name") { reference throws(PythonError) in
                let (_, channels, index) = try reference.found()
                return channels.channels[index].name
            },
            reading("owner") { reference throws(PythonError) in
                try OperatorObject.objectOrNone(of: reference.owner)
            },
            reading("exports") { reference throws(PythonError) in
                let (owner, _, index) = try reference.found()
                return try PythonObject.list(
                    ChannelExports.targets(of: index, in: owner).map {
                        parameter throws(PythonError) in try ParType.make(parameter)
                    })
            },
            calling("__str__") { reference, _ throws(PythonError) in
                try reference.current().python().text()
            },
            calling("__repr__") { reference, _ throws(PythonError) in
                let (owner, _, index) = try reference.found()
                return "type:Channel owner:\(owner.path) index:\(index) name:\(reference.name) "
                    + "value:\(try reference.current().python().text())"
            },
        ]
    }

    private static var values: [NativeMember] {
        [
            .property(
                "vals",
                get: { channel throws(PythonError) in
                    try ChannelReference.of(channel).samples().map(Double.init).python()
                },
                set: { channel, value throws(PythonError) in
                    let samples = try ChannelAccess.samples(value)
                    try replace(ChannelReference.of(channel), by: samples)
                }),
            calling("__getitem__", "index") { reference, call throws(PythonError) in
                let samples = try reference.samples()
                return Double(samples[try place(call.int(0), samples.count)])
            },
            calling("__setitem__", "index, value") { reference, call throws(PythonError) in
                // Both may run code that changes the channels, so these are looked at last.
                let (index, value) = try (call.int(0), Float(call.double(1)))
                let (owner, channels, channel) = try reference.found()
                let place = try place(index, channels.channels[channel].samples.count)
                try ChannelAccess.edit(owner) { $0.channels[channel].samples[place] = value }
                return PythonObject.none
            },
            calling("__iter__") { reference, _ throws(PythonError) in
                try reference.samples().map(Double.init).python().callMethod("__iter__")
            },
            calling("__len__") { reference, _ throws(PythonError) in
                try reference.found().channels.count
            },
            calling("eval", "index=?") { reference, call throws(PythonError) in
                guard let given = call.given(0) else { return try reference.current() }
                let (_, channels, index) = try reference.found()
                let samples = channels.channels[index].samples
                return Double(channels.extend.value(at: try Double(python: given), of: samples))
            },
            calling("evalFrame", "frame=?") { reference, call throws(PythonError) in
                guard let given = call.given(0) else { return try reference.current() }
                let (owner, channels, index) = try reference.found()
                let seconds =
                    (try Double(python: given) - 1) / ChannelAccess.moment(of: owner, channels).rate
                return Double(channels.value(of: index, at: seconds * channels.rate))
            },
            calling("evalSeconds", "secs=?") { reference, call throws(PythonError) in
                guard let given = call.given(0) else { return try reference.current() }
                let (_, channels, index) = try reference.found()
                return Double(
                    channels.value(of: index, at: try Double(python: given) * channels.rate))
            },
            calling("destroy") { reference, _ throws(PythonError) in
                let (owner, _, index) = try reference.found()
                try ChannelAccess.edit(owner) { $0.channels.remove(at: index) }
                return PythonObject.none
            },
        ]
    }

    private static var statistics: [NativeMember] {
        [
            calling("average") { reference, _ throws(PythonError) in
                let samples = try reference.samples()
                return samples.reduce(0) { $0 + Double($1) } / Double(max(samples.count, 1))
            },
            calling("min") { reference, _ throws(PythonError) in
                Double(try reference.samples().min() ?? 0)
            },
            calling("max") { reference, _ throws(PythonError) in
                Double(try reference.samples().max() ?? 0)
            },
        ]
    }

    private static var arrays: [NativeMember] {
        [
            calling("numpyArray") { reference, _ throws(PythonError) in
                try NumpyArrays.array(of: [reference.samples()]).item(0.python())
            },
            calling("copyNumpyArray", "numpyArray") { reference, call throws(PythonError) in
                let rows = try NumpyArrays.rows(of: call[0], dimensions: 1)
                try replace(reference, by: rows[0])
                return PythonObject.none
            },
        ]
    }

    /// Gives a channel other samples, as many as it has.
    private static func replace(
        _ reference: ChannelReference, by samples: [Float]
    ) throws(PythonError) {
        let (owner, channels, index) = try reference.found()
        guard samples.count == channels.count else {
            throw PythonError(
                .valueError,
                "\(reference.name) of \(owner.path) has \(channels.count) samples, and "
                    + "\(samples.count) are given; set numSamples first")
        }
        try ChannelAccess.edit(owner) { $0.channels[index].samples = samples }
    }

    /// The place that an index means, negative ones from the end.
    private static func place(_ index: Int, _ count: Int) throws(PythonError) -> Int {
        let place = index < 0 ? index + count : index
        guard place >= 0, place < count else {
            throw PythonError(.indexError, "Index invalid or out of range.")
        }
        return place
    }
}
