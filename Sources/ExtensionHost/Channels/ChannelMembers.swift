internal import OperatorNetwork
internal import PythonRuntime

/// The members of CHOPs and of single CHOP types.
enum ChannelMembers {
    /// Types whose parameters are evaluated for one channel after the other.
    private static let perChannel: Set = [
        "delayCHOP", "eventCHOP", "filterCHOP", "lagCHOP", "lfoCHOP", "limitCHOP", "mathCHOP",
        "noiseCHOP", "patternCHOP", "shiftCHOP", "speedCHOP", "stretchCHOP", "triggerCHOP",
        "waveCHOP", "expressionCHOP",
    ]

    /// The members of a class.
    static func members(of type: String) -> [NativeMember] {
        let own: [NativeMember] =
            switch type {
            case "CHOP": CHOPType.members
            case "scriptCHOP": ScriptCHOPType.members + OperatorParameters.customMembers
            case "timerCHOP": TimerCHOPType.members
            case "expressionCHOP": [inputValue, sampleIndex]
            default: []
            }
        return perChannel.contains(type) ? own + [channelIndex] : own
    }

    // Outside of an operator's own evaluations these are zero: an expression is evaluated where it is
    // written, too, and must not fail there.

    private static var channelIndex: NativeMember {
        .reading("chanIndex") { node in
            node.channelMemory?.place.noteRead()
            return node.channelMemory?.chanIndex ?? 0
        }
    }

    private static var inputValue: NativeMember {
        .reading("inputVal") { node in
            node.channelMemory?.place.noteRead()
            return Double(node.channelMemory?.inputSample?.value ?? 0)
        }
    }

    private static var sampleIndex: NativeMember {
        .reading("sampleIndex") { node in
            node.channelMemory?.place.noteRead()
            return node.channelMemory?.inputSample?.index ?? 0
        }
    }
}
