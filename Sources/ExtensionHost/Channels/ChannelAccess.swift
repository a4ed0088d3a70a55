internal import OperatorNetwork
internal import PythonRuntime

/// How Python names channels of a CHOP, and changes them.
///
/// - Source: <https://docs.derivative.ca/CHOP_Class>
enum ChannelAccess {
    /// The channels of a CHOP, up to date.
    static func channels(of node: Operator) throws(PythonError) -> Channels {
        guard let channels = node.visibleChannels else {
            throw TDErrors.error("\(node.path) is a \(node.type.name) and makes no channels here.")
        }
        return channels
    }

    /// `chop[nameOrIndex]`: a channel, or `None` where there is none.
    static func channel(
        _ chop: PythonObject, _ key: PythonObject
    ) throws(PythonError) -> PythonObject {
        let node = try OperatorObject.node(of: chop)
        let channels = try channels(of: node)
        let place: Int?
        if key.isString {
            place = channels.index(of: try String(python: key))
        } else {
            let number = try number(key)
            place = number < 0 ? number + channels.channels.count : number
        }
        guard let place, channels.channels.indices.contains(place) else { return .none }
        return try make(node, channels, place)
    }

    /// The channels that patterns and numbers name, in their order; all without any.
    static func channels(
        of node: Operator, named names: [PythonObject], caseSensitive: Bool
    ) throws(PythonError) -> [PythonObject] {
        let channels = try channels(of: node)
        var places: [Int] = []
        if names.isEmpty { places = Array(channels.channels.indices) }
        for name in names {
            if name.isString {
                let pattern = Pattern(try String(python: name), caseSensitive: caseSensitive)
                places += channels.indices(matching: pattern)
            } else {
                let number = try number(name)
                let place = number < 0 ? number + channels.channels.count : number
                if channels.channels.indices.contains(place) { places.append(place) }
            }
        }
        var seen: Set<Int> = []
        var found: [PythonObject] = []
        for place in places where seen.insert(place).inserted {
            found.append(try make(node, channels, place))
        }
        return found
    }

    /// A new object for a channel.
    static func make(
        _ node: Operator, _ channels: Channels, _ place: Int
    ) throws(PythonError) -> PythonObject {
        guard channels.channels.indices.contains(place) else { throw ChannelReference.invalid }
        return try LateType.channel.instance(
            of: ChannelReference(node, place: place, name: channels.channels[place].name))
    }

    /// Changes the channels of a CHOP.
    ///
    /// - Throws: `td.tdError` with TouchDesigner's text where that is not allowed.
    static func edit(
        _ node: Operator, _ change: (inout Channels) -> Void
    ) throws(PythonError) {
        guard node.editChannels(change) else {
            throw TDErrors.error(
                "Expected locked operator, or execution within onCook method")
        }
    }

    /// The moment at which channels are read; a single sample is the same at all of them.
    static func moment(of node: Operator, _ channels: Channels) -> CookTime {
        if channels.count > 1, !channels.isTimeSlice { node.network?.timeNode.noteRead() }
        return node.network?.clock?.time(of: node) ?? CookTime()
    }

    /// The samples that a Python iterable or number gives.
    static func samples(_ value: PythonObject) throws(PythonError) -> [Float] {
        var samples: [Float] = []
        for element in try value.elements() { samples.append(Float(try Double(python: element))) }
        return samples
    }

    private static func number(_ key: PythonObject) throws(PythonError) -> Int {
        do throws(PythonError) {
            return try Int(python: key)
        } catch {
            guard error.isKind(of: .overflowError) else { throw error }
            return .max
        }
    }
}
