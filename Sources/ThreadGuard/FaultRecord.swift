/// All faults of one place, folded into the first of them.
package struct FaultRecord: Sendable {
    /// The first fault of the place.
    package let fault: Fault
    /// How many faults the place has had.
    package internal(set) var count = 1
    /// The frame of the latest fault.
    package internal(set) var lastFrame: Int

    /// The record of a place's first fault.
    ///
    /// - Parameter fault: The first fault.
    package init(_ fault: Fault) {
        self.fault = fault
        lastFrame = fault.frame
    }
}
