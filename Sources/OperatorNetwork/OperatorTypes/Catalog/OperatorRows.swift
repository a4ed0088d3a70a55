/// The operator types that TouchDesigner documents, as a file tells them: names, pages, parameters.
///
/// A type is read when it is first asked for; pages and menus that types share are kept once.
package nonisolated final class OperatorRows {
    private let lines: SortedLines
    private var pages: [Substring: ParameterPage] = [:]
    private var menus: [Substring: ParameterMenu] = [:]

    /// - Parameter path: The file, as `python/tools/make_catalog.py` writes it.
    package init(file path: String) {
        lines = SortedLines(file: path)
    }

    /// The names of all types, sorted.
    package var names: [String] { lines.keys(beginningWith: "t").map { String($0.dropFirst()) } }

    /// Whether there is a type of that name; the type itself is not read.
    package func contains(_ name: String) -> Bool { lines.fields(of: "t" + name) != nil }

    /// The type of a name.
    ///
    /// A DAT holds an empty table, or an empty text where scripts are what it holds; other families
    /// hold nothing.
    package func type(named name: String) -> OperatorType? {
        guard let fields = lines.fields(of: "t" + name), fields.count >= 3,
            let family = OperatorFamily(rawValue: String(fields[1])),
            name.hasSuffix(family.rawValue)
        else { return nil }
        let label = String(fields[0])
        let holdsScript = label.hasSuffix("Execute")
        return OperatorType(
            String(name.dropLast(family.rawValue.count)), family, label: label,
            subType: String(fields[2]), pages: fields.dropFirst(3).compactMap(page),
            initialContent: family != .dat ? .none : holdsScript ? .text("") : .table,
            isDeclared: true)
    }

    private func page(_ key: Substring) -> ParameterPage? {
        if let known = pages[key] { return known }
        guard let fields = lines.fields(of: "p" + key), let name = fields.first else { return nil }
        let page = ParameterPage(String(name), groups(fields.dropFirst()))
        pages[key] = page
        return page
    }

    private func groups(_ rows: ArraySlice<Substring>) -> [[ParameterDefinition]] {
        var groups: [[ParameterDefinition]] = []
        for row in rows {
            guard let row = ParameterRow(row) else { continue }
            let group = row.definitions { menu($0) }
            if row.isInBlock, let sequence = groups.indices.last {
                groups[sequence][0].block += group
            } else {
                groups.append(group)
            }
        }
        return groups
    }

    private func menu(_ key: Substring) -> ParameterMenu {
        if let known = menus[key] { return known }
        let menu = ParameterMenu(lines.fields(of: "m" + key) ?? [])
        menus[key] = menu
        return menu
    }
}
