/// Channels changed from outside of a type's own work: by the code of a Script CHOP, or in a locked one.
extension Operator {
    /// The channels as scripts see them: while a Script CHOP's code runs, what it has made so far.
    ///
    /// Nil for operators of other families.
    package var visibleChannels: Channels? {
        guard let draft = channelMemory?.draft else { return channels }
        // What a cook reads of its own making is nothing to depend on, and told by that.
        cookState.output.noteRead()
        return draft
    }

    /// Changes the channels.
    ///
    /// - Returns: Whether that is allowed: in the code of a Script CHOP's cook, outside of it when the
    ///   operator says so, and in a locked CHOP.
    /// - Source: <https://docs.derivative.ca/ScriptCHOP_Class>
    package func editChannels(_ change: (inout Channels) -> Void) -> Bool {
        guard type.family == .chop else { return false }
        if let memory = channelMemory, var draft = memory.draft {
            cookState.output.noteRead()
            // Emptied first, so that a change of one sample copies no channel.
            memory.draft = Channels()
            change(&draft)
            memory.draft = draft
            return true
        }
        let isOpen = parameters["modoutsidecook"]?.value == .bool(true)
        guard flags.contains(.lock) || isOpen else { return false }
        var new = channels ?? Channels()
        change(&new)
        cookState.replaceChannels(new)
        channelMemory?.keep(new)
        return true
    }
}
