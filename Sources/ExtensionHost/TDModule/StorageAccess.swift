internal import OperatorNetwork
internal import PythonRuntime

/// `store`, `fetch` and `unstore` of operators.
///
/// The storage is a Python dictionary, because it holds any Python object and code changes it in place.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
enum StorageAccess {
    static func fetch(_ node: Operator, _ call: NativeCall) throws(PythonError) -> PythonObject {
        if let owner = try owner(of: call[0], from: node, searching: call.bool(2)),
            let value = try OperatorObject.storage(of: owner).value(forKey: call[0])
        {
            return value
        }
        guard let standard = call.given(1) else {
            throw TDErrors.error(
                "\(node.path) has no storage entry \(try call[0].representation()), and neither "
                    + "has a parent; store() it first or give fetch() a default.")
        }
        if try call.bool(3) {
            try OperatorObject.storage(of: node).setItem(call[0], to: standard)
            try noteChange(of: call[0], in: node)
        }
        return standard
    }

    static func owner(
        of key: PythonObject, from node: Operator, searching: Bool
    ) throws(PythonError) -> Operator? {
        var next: Operator? = node
        while let candidate = next {
            if CookRecorder.isRecording {
                candidate.cookState.source(named: try sourceName(key)).noteRead()
            }
            if try OperatorObject.storage(of: candidate).value(forKey: key) != nil {
                return candidate
            }
            next = searching ? candidate.parent : nil
        }
        return nil
    }

    /// Tells what depends on a storage entry that it is another now.
    static func noteChange(of key: PythonObject, in node: Operator) throws(PythonError) {
        guard let cook = node.madeCook else { return }
        cook.noteChange(ofSource: try sourceName(key))
    }

    private static func sourceName(_ key: PythonObject) throws(PythonError) -> String {
        "storage[\(try key.representation())]"
    }

    static func unstore(
        _ keys: [PythonObject], of node: Operator
    ) throws(PythonError) -> PythonObject {
        try remove(keys, from: OperatorObject.storage(of: node), of: node)
    }

    /// Removes entries of a dictionary by their keys or by patterns.
    ///
    /// - Parameters:
    ///   - keys: Keys, and patterns that texts among the keys match.
    ///   - storage: The dictionary.
    ///   - node: Whose storage it is; nil when nothing depends on it.
    /// - Returns: `None`.
    /// - Throws: What comparing the keys raised.
    static func remove(
        _ keys: [PythonObject], from storage: PythonObject, of node: Operator? = nil
    ) throws(PythonError) -> PythonObject {
        for key in keys {
            let pattern = key.isString ? Pattern(try String(python: key)) : nil
            for (name, _) in try storage.pairs() {
                let isNamed = try name.isEqual(to: key)
                let text = try name.isString ? String(python: name) : nil
                let isMatched = text.flatMap { pattern?.matches($0) } ?? false
                guard isNamed || isMatched else { continue }
                try storage.removeItem(name)
                if let node { try noteChange(of: name, in: node) }
            }
        }
        return .none
    }
}
