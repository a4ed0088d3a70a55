internal import OperatorNetwork
internal import PythonRuntime

/// Copies what operators' storages hold along with the operators.
///
/// - Source: <https://derivative.ca/UserGuide/Storage>
final class StorageCopies: StorageKeeper {
    func copyOfStorage(of node: Operator) -> AnyObject? {
        guard let storage = OperatorObject.madeStorage(of: node),
            let count = try? storage.count(), count > 0 || !node.startStorage.isEmpty
        else { return nil }
        return try? Self.copy(storage)
    }

    /// A copy that shares nothing with the dictionary but what can't be copied: a thread, a lock.
    private static func copy(_ storage: PythonObject) throws(PythonError) -> PythonObject {
        let deepcopy = try PythonObject.module("copy").attribute("deepcopy")
        if let whole = try? deepcopy.call(storage) { return whole }
        let made = try PythonObject.dictionary()
        for (key, value) in try storage.pairs() {
            try made.setItem(key, to: (try? deepcopy.call(value)) ?? value)
        }
        return made
    }
}
