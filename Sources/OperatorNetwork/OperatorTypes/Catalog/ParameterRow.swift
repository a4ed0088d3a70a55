/// One parameter, or one group of them, as the catalogue's file tells it:
/// `name|label|style|rest|default`.
///
/// `rest` is a menu's key, or the suffixes of a group's names. A name that begins with `+` belongs into
/// the blocks of the sequence before it.
nonisolated struct ParameterRow {
    let name: String
    let label: String
    let style: ParameterStyle
    let isInBlock: Bool
    private let rest: Substring
    private let defaults: Substring

    /// Reads a row; `nil` when it is none.
    init?(_ row: Substring) {
        let fields = row.split(separator: "|", omittingEmptySubsequences: false)
        guard fields.count == 5, let style = ParameterStyle(rawValue: String(fields[2])) else {
            return nil
        }
        isInBlock = fields[0].first == "+"
        name = String(isInBlock ? fields[0].dropFirst() : fields[0])
        label = String(fields[1])
        self.style = style
        rest = fields[3]
        defaults = fields[4]
    }

    /// The group's parameters; menus are had from `menu` by their keys.
    func definitions(_ menu: (Substring) -> ParameterMenu) -> [ParameterDefinition] {
        if style == .sequence {
            return .sequence(name, label, block: [])
        }
        if style == .menu || style == .strMenu {
            var definition = ParameterDefinition(name: name, label: label, style: style)
            guard !rest.isEmpty else { return [withDefault(definition, defaults)] }
            let menu = menu(rest)
            definition.menuNames = menu.names
            definition.menuLabels = menu.labels
            if style == .menu { definition.defaultValue = .string(menu.names.first ?? "") }
            return [withDefault(definition, defaults)]
        }
        let suffixes = rest.isEmpty ? [""] : rest.split(separator: " ")
        let values = rest.isEmpty ? [defaults] : defaults.split(separator: " ")
        return suffixes.enumerated().map { index, suffix in
            var part = ParameterDefinition(name: name + suffix, label: label, style: style)
            part.group = name
            part.componentIndex = index
            return withDefault(part, index < values.count ? values[index] : "")
        }
    }

    private func withDefault(
        _ definition: ParameterDefinition, _ value: Substring
    ) -> ParameterDefinition {
        guard !value.isEmpty, let value = try? definition.coerce(.string(String(value)))
        else { return definition }
        var definition = definition
        definition.defaultValue = value
        return definition
    }
}
