/// What a thread other than the main thread must leave alone; the raw value names the rule.
package enum FaultRule: String, Sendable, CaseIterable {
    /// Operators and everything that hangs on them belong to the main thread.
    ///
    /// - Source: <https://derivative.ca/UserGuide/Python_threading_in_TouchDesigner>
    case operatorAccess = "OperatorAccessFromThread"

    /// The queue of delayed runs belongs to the main thread.
    ///
    /// - Source: <https://docs.derivative.ca/Run_Command_Examples>
    case runFromThread = "RunFromThread"
}
