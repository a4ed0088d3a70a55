/// A value that project files and storage hold, free of Python and of the network.
///
/// Dictionaries keep their order. Tuples, sets and bytes are kept apart from lists and text because
/// storage gives them back to Python as what they were.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md>
package nonisolated indirect enum PlainValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([PlainValue])
    case dictionary([NamedValue])
    case tuple([PlainValue])
    case set([PlainValue])
    case bytes([UInt8])
}

/// A value under a name: one storage entry, or one entry of a dictionary.
package nonisolated struct NamedValue: Sendable, Equatable {
    /// The key.
    package var name: String
    /// What is kept under it.
    package var value: PlainValue

    /// Puts a value under a name.
    ///
    /// - Parameters:
    ///   - name: The key.
    ///   - value: What is kept under it.
    package init(_ name: String, _ value: PlainValue) {
        self.name = name
        self.value = value
    }
}
