internal import CSchedule
internal import Exploration

extension Policy {
    /// Gives the policy in the form that the control over threads takes it in.
    ///
    /// - Parameters:
    ///   - time: How much real time the schedule has, in milliseconds.
    ///   - body: Copies what it needs.
    /// - Returns: What the body returns.
    func withControl<Result>(
        time: Int, _ body: (UnsafePointer<CSchedule_Policy>?) -> Result
    ) -> Result {
        // SAFETY: the body takes a copy of the prefix before this call is over.
        prefix.withUnsafeBufferPointer { prefix in
            var control = CSchedule_Policy()
            control.prefix = prefix.baseAddress
            control.prefixLength = UInt32(prefix.count)
            switch kind {
            case .ordinary: control.kind = CSCHEDULE_ORDINARY
            case .walk(let seed): (control.kind, control.seed) = (CSCHEDULE_WALK, seed)
            case .draws(let seed): (control.kind, control.seed) = (CSCHEDULE_DRAWS, seed)
            case .priorities(let seed, let changes, let length):
                (control.kind, control.seed) = (CSCHEDULE_PRIORITIES, seed)
                (control.changes, control.length) = (UInt32(changes), UInt32(length))
            }
            control.pauses = pauses
            control.milliseconds = UInt32(clamping: time)
            return body(&control)
        }
    }
}
