/// Writes the pages of custom parameters of one operator.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#page-grouped-format>
enum TDNPagesWriter {
    /// Writes the pages; what has not changed is left alone.
    ///
    /// - Parameters:
    ///   - now: The pages.
    ///   - base: What they were.
    ///   - written: What stands in the file for them.
    /// - Returns: The mapping of pages; nil when there are none.
    static func draft(
        _ now: [CustomPageDescription], was base: [CustomPageDescription], written: Draft?
    ) -> Draft? {
        guard now != base else { return written }
        guard !now.isEmpty else { return nil }
        // The older flat list names the page in each definition; it is brought into pages.
        let isFlat = written.map(YAMLStyle.isList) ?? false
        let old = isFlat ? [] : written?.entries ?? []
        var entries: [DraftEntry] = []
        for page in now {
            let was = isFlat ? nil : base.first { $0.name == page.name }
            if var entry = old.first(where: { $0.key == page.name }) {
                entry.value = self.page(page, was: was, written: entry.value)
                entries.append(entry)
            } else {
                entries.append(DraftEntry(page.name, self.page(page, was: nil, written: nil)))
            }
        }
        return .mapping(entries, from: isFlat ? nil : written?.origin)
    }

    private static func page(
        _ now: CustomPageDescription, was base: CustomPageDescription?, written: Draft?
    ) -> Draft {
        if let written, now == base { return written }
        if let written, let base, !YAMLStyle.isList(written) {
            if let draft = overrides(now, was: base, written: written) { return draft }
            return .list(now.parameters.map { TDNDefinition.draft($0) })
        }
        let old = written?.elements ?? []
        return .list(
            now.parameters.map { parameter in
                let was = base?.parameters.first { $0.name == parameter.name }
                let element = old.first { name(of: $0) == parameter.name }
                return TDNDefinition.draft(
                    parameter, was: element == nil ? nil : was, written: was == nil ? nil : element)
            }, from: written?.origin)
    }

    /// A page that stands for a template: nil when more than its values has changed.
    private static func overrides(
        _ now: CustomPageDescription, was base: CustomPageDescription, written: Draft
    ) -> Draft? {
        guard now.parameters.map(\.name) == base.parameters.map(\.name) else { return nil }
        var entries = written.entries
        for (new, old) in zip(now.parameters, base.parameters) where new != old {
            guard TDNDefinition.differInValuesAlone(new, old) else { return nil }
            entries.set(new.name, to: TDNDefinition.values(new))
        }
        return .mapping(entries, from: written.origin)
    }

    private static func name(of definition: Draft) -> String? {
        if case .kept(let node) = definition.entries["name"] { node.written } else { nil }
    }
}
