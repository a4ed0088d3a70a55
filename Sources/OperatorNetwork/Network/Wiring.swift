/// The wires at one operator: what is plugged into each input, and where its outputs go.
///
/// Operators are named by number, so that loops of wires hold nothing alive.
nonisolated struct Wiring: Sendable {
    /// A wire's far end: an operator and the number of its output or input.
    struct End: Hashable, Sendable {
        let id: OperatorID
        let index: Int
    }

    /// Per input the output plugged into it; `nil` for a gap, never at the end.
    var inputs: [End?] = []
    /// The inputs that the outputs go to, with the output each comes from, in wiring order.
    var outputs: [(output: Int, target: End)] = []
    /// The COMP above this one, tied to its top; see `Network.tie`.
    var above: OperatorID?
    /// The COMPs below this one, tied to its bottom.
    var below: [OperatorID] = []
    /// The operator this one is docked to.
    var dock: OperatorID?
    /// The operators docked to this one.
    var docked: [OperatorID] = []
}
