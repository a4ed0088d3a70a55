extension Operator {
    /// What the operator's cooking keeps, made if need be.
    package var cookState: OperatorCook {
        if let madeCook { return madeCook }
        let made = OperatorCook(self)
        madeCook = made
        return made
    }

    /// The text or table of a DAT, up to date; `nil` for other families.
    package var content: Content? {
        guard type.makesOutput || CookRecorder.isRecording else { return ownContent }
        try? bringUpToDate()
        return cookedContent
    }

    /// The channels of a CHOP, up to date; `nil` for other families.
    package var channels: Channels? {
        guard type.family == .chop else { return nil }
        try? bringUpToDate()
        return cookedChannels
    }

    /// The content as it is, noted as read.
    var cookedContent: Content? {
        guard CookRecorder.isRecording, let ownContent, !isCookingItself else { return ownContent }
        let output = cookState.output
        output.noteRead()
        ownContent.table.tellNextChange(to: output)
        return ownContent
    }

    /// The channels as they are, noted as read.
    var cookedChannels: Channels? {
        guard type.family == .chop else { return nil }
        if CookRecorder.isRecording, !isCookingItself { cookState.output.noteRead() }
        return cookState.channels ?? Channels()
    }

    /// Cooks what has to be cooked for the output to be up to date.
    ///
    /// - Throws: `CookLoop` when the output depends on itself; `CookPostponed`, to be let through.
    func bringUpToDate() throws {
        guard type.makesOutput, !isCookingItself, madeCook?.isHeld != true else { return }
        do {
            try CookGraph.update(cookState.output)
        } catch let loop as CookLoop {
            cookState.add(loop.description, .warning)
            // Nobody will tell who reads this that the loop is cut.
            CookRecorder.noteUntold()
            throw loop
        }
    }

    /// Whether the operator's own cook is what runs now, and not one that it asked for.
    private var isCookingItself: Bool {
        madeCook.map { $0.isRunning && CookRecorder.isReading(for: $0.output) } ?? false
    }

    /// Cooks the operator if need be.
    ///
    /// - Parameters:
    ///   - force: Whether to cook it even if nothing has changed.
    ///   - recurse: Whether to cook everything inside first.
    ///   - includingUtility: Whether utility operators inside are cooked too.
    /// - Source: <https://docs.derivative.ca/OP_Class>
    package func cook(
        force: Bool = false, recurse: Bool = false, includingUtility: Bool = false
    ) {
        if recurse {
            for step in OperatorWalk(from: self, includingUtility: includingUtility) {
                step.operator.cook(force: force)
            }
        }
        if !type.makesOutput {
            if force { cookState.countCook() }
        } else {
            if force { cookState.output.invalidate() }
            try? bringUpToDate()
        }
    }

    /// Whether scripts may change the content now: cooked content belongs to the cook, unless the
    /// operator is locked or its type says otherwise.
    ///
    /// - Source: <https://docs.derivative.ca/DAT_Class>
    package var isEditable: Bool {
        guard ownContent != nil else { return false }
        return !type.makesOutput || flags.contains(.lock)
            || cookState.cooking()?.isEditable(of: self) == true
    }

    /// Whether this operator and every COMP around it allow cooking.
    package var mayCook: Bool {
        flags.contains(.allowCooking) && ancestors.allSatisfy { $0.flags.contains(.allowCooking) }
    }
}
