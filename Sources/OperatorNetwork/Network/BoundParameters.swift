/// Which parameters are in bind mode, so that those who follow a parameter can be found.
struct BoundParameters {
    private struct Entry {
        weak var parameter: Parameter?
    }

    private var entries: [ObjectIdentifier: Entry] = [:]

    /// Notes whether a parameter is in bind mode now.
    mutating func note(_ parameter: Parameter) {
        let identity = ObjectIdentifier(parameter)
        entries[identity] = parameter.mode == .bind ? Entry(parameter: parameter) : nil
    }

    /// The living ones, in the order of their operators and names.
    mutating func living() -> [Parameter] {
        entries = entries.filter { $0.value.parameter != nil }
        return entries.values.compactMap(\.parameter).filter(\.isValid).sorted { one, other in
            let (first, second) = (one.owner?.id.number ?? 0, other.owner?.id.number ?? 0)
            return first == second ? one.name < other.name : first < second
        }
    }
}

extension Network {
    /// The parameters in bind mode, in the order of their operators and names.
    ///
    /// - Source: <https://docs.derivative.ca/Binding>
    package var boundParameters: [Parameter] { bindings.living() }

    func noteBinding(of parameter: Parameter) { bindings.note(parameter) }
}
