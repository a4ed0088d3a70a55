/// Writes down what changes, so that it can be taken back.
///
/// A network without one pays a single check for each change.
///
/// - Thread: main
package protocol NetworkJournal: AnyObject {
    /// A parameter holds something else now than `state`.
    func changed(_ parameter: Parameter, from state: Parameter.State)
    /// The content of a DAT is replaced or added to in a moment.
    func contentWillChange(of dat: Operator)
    /// A cell of a DAT is written in a moment.
    func cellWillChange(of dat: Operator, row: Int, column: Int)
    /// Something else changed; what goes is still whole.
    func noted(_ change: NetworkChange)
}
