internal import OperatorNetwork
internal import PythonRuntime

/// The entries of a menu parameter: its own, or those of the object that `menuSource` gives.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParameterMenu {
    /// What of an entry is asked for.
    enum Part: String {
        case names = "menuNames"
        case labels = "menuLabels"
    }

    static func isMenu(_ parameter: Parameter) -> Bool {
        parameter.style == .menu || parameter.style == .strMenu
    }

    /// The entries' names or labels.
    ///
    /// - Throws: What `menuSource` raises.
    static func entries(
        _ part: Part, of parameter: Parameter
    ) throws(PythonError) -> [String] {
        let definition = parameter.definition
        guard !definition.menuSource.isEmpty, let owner = parameter.owner else {
            let labels = definition.menuLabels
            return part == .names || labels.isEmpty ? definition.menuNames : labels
        }
        let source = try Host.running.scripts.evaluate(definition.menuSource, me: owner)
        let entries = try source.attribute(part.rawValue)
        return try entries.isNone ? [] : [String](python: entries)
    }

    /// The place of the value among the entries; `None` when it is none of them.
    static func index(of parameter: Parameter) throws(PythonError) -> Int? {
        guard isMenu(parameter), case .string(let name) = parameter.value else { return nil }
        return try entries(.names, of: parameter).firstIndex(of: name)
    }

    /// The entry that an assigned value means.
    ///
    /// TouchDesigner takes the first entry for a name that a menu does not have.
    static func chosen(
        _ value: ParameterValue, for parameter: Parameter
    ) throws(PythonError) -> ParameterValue {
        guard parameter.style == .menu else { return value }
        let names = try entries(.names, of: parameter)
        guard !names.isEmpty else { return value }
        switch value {
        case .string(let name): return .string(names.contains(name) ? name : names[0])
        case .int(let index) where !parameter.definition.menuSource.isEmpty:
            guard names.indices.contains(index) else { return value }
            return .string(names[index])
        default: return value
        }
    }

    /// `par.menuIndex = value`.
    static func choose(_ index: Int, of parameter: Parameter) throws(PythonError) {
        guard isMenu(parameter) else {
            throw TDErrors.error("\(parameter.name) is no menu and has no menuIndex.")
        }
        let names = try entries(.names, of: parameter)
        guard names.indices.contains(index) else {
            throw TDErrors.error(
                "The menu \(parameter.name) has \(names.count) entries, numbered from 0, and none "
                    + "of number \(index).")
        }
        try ParameterAccess.checked { () throws(ParameterError) in
            try parameter.set(.string(names[index]))
        }
    }
}
