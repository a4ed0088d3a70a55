/// Writes the built-in parameters and sequences of one operator.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#built-in-parameters>
enum TDNParametersWriter {
    /// Writes parameters; what has not changed is left alone.
    ///
    /// - Parameters:
    ///   - now: The parameters that are not at their defaults.
    ///   - base: What they were.
    ///   - written: What stands in the file for them.
    ///   - isNew: Whether the operator was not in the file.
    ///   - shared: The parameters that all operators of the type share in this file.
    ///   - standing: Tells what a parameter at its default holds.
    /// - Returns: The mapping; nil when it is empty.
    static func draft(
        _ now: [ParameterAssignment], was base: [ParameterAssignment], written: Draft?,
        isNew: Bool = false, shared: SourceNode?, standing: (String) -> ParameterSetting?
    ) -> Draft? {
        var entries = written?.entries ?? []
        let new = settings(now)
        let old = settings(base)
        for assignment in now where old[assignment.name] != assignment.setting {
            entries.set(assignment.name, to: TDNValue.draft(assignment.setting))
        }
        for assignment in base where new[assignment.name] == nil {
            entries.set(assignment.name, to: nil)
        }
        // What the others share holds for this one too, unless it says otherwise.
        if case .mapping(let sharedEntries)? = shared?.value {
            for key in sharedEntries.map(\.key) where new[key] == nil && entries[key] == nil {
                guard isNew || old[key] != nil, let setting = standing(key) else { continue }
                entries.set(key, to: TDNValue.draft(setting))
            }
        }
        return entries.isEmpty ? nil : .mapping(entries, from: written?.origin)
    }

    /// Writes sequences; the parameters are those of `draft`.
    static func sequences(
        _ now: [SequenceDescription], was base: [SequenceDescription], written: Draft?
    ) -> Draft? {
        guard now != base else { return written }
        var entries = written?.entries ?? []
        for sequence in base where !now.contains(where: { $0.name == sequence.name }) {
            entries.set(sequence.name, to: nil)
        }
        for sequence in now {
            let was = base.first { $0.name == sequence.name }
            guard was != sequence else { continue }
            let old = entries[sequence.name]
            let elements = old?.elements ?? []
            let blocks = sequence.blocks.enumerated().map { number, block -> Draft in
                let before = was.flatMap { number < $0.blocks.count ? $0.blocks[number] : nil }
                let element = number < elements.count ? elements[number] : nil
                if let element, let before, before == block { return element }
                return draft(
                    block, was: before ?? [], written: before == nil ? nil : element, shared: nil,
                    standing: { _ in nil }) ?? .mapping([])
            }
            entries.set(sequence.name, to: .list(blocks, from: old?.origin))
        }
        return entries.isEmpty ? nil : .mapping(entries, from: written?.origin)
    }

    private static func settings(_ assignments: [ParameterAssignment]) -> [String: ParameterSetting]
    {
        Dictionary(
            assignments.map { ($0.name, $0.setting) }, uniquingKeysWith: { _, last in last })
    }
}
