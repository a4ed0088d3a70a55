/// Keeps what operators' storages hold, for the layer above.
///
/// - Thread: main
package protocol StorageKeeper: AnyObject {
    /// A copy of what the storage of an operator holds now, to go along with a copy of the operator.
    ///
    /// - Returns: Nil when there is nothing but what the storage starts with.
    func copyOfStorage(of node: Operator) -> AnyObject?
}
