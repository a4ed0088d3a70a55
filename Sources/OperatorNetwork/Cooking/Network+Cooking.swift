extension Network {
    /// Notes that the time is another, which it is in every frame and after a jump.
    package func noteTime() { timeNode.noteChange() }

    /// Tells what depends on something that changed in the network.
    func followForCooking(_ change: NetworkChange) {
        switch change {
        case .created, .copied, .destroyed:
            structureNode.noteChange()
        case .renamed(let member, _):
            structureNode.noteChange()
            member.madeCook?.identity.noteChange()
            for step in member.descendants { step.operator.madeCook?.identity.noteChange() }
        case .parameterPulsed(let member, let parameter):
            if member.type.makesOutput {
                member.cookState.cooking()?.pulsed(parameter, of: member)
                member.invalidateOutput()
            }
        case .parametersRedefined(let member), .wired(let member):
            member.madeCook?.attributes.noteChange()
            member.invalidateOutput()
        case .flagsChanged(let member):
            member.madeCook?.attributes.noteChange()
            member.invalidateOutput()
        case .willDestroy, .contentReplaced, .parameterChanged:
            break
        }
    }
}

extension Operator {
    /// Asks for the output to be made again, if the operator makes one.
    func invalidateOutput() {
        if type.makesOutput { madeCook?.output.invalidate() }
    }

    /// A COMP decides about the cooking of all that it holds.
    func allowCookingChanged() {
        for step in descendants { step.operator.invalidateOutput() }
    }

    /// Notes that the operator's name and place were read.
    package func noteIdentityRead() {
        guard CookRecorder.isRecording else { return }
        cookState.identity.noteRead()
        for ancestor in ancestors { ancestor.cookState.identity.noteRead() }
    }

    /// Notes that the operator's flags, wires or looks were read.
    package func noteAttributesRead() {
        if CookRecorder.isRecording { cookState.attributes.noteRead() }
    }
}
