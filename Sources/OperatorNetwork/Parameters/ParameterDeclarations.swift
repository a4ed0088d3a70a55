/// The words in which an operator type declares its parameters; each gives one group.
nonisolated extension Array where Element == ParameterDefinition {
    static func toggle(_ name: String, _ label: String, default value: Bool = false) -> Self {
        [definition(name, label, .toggle, .bool(value))]
    }

    static func pulse(_ name: String, _ label: String) -> Self {
        [ParameterDefinition(name: name, label: label, style: .pulse)]
    }

    static func text(
        _ name: String, _ label: String, style: ParameterStyle = .str, default value: String = ""
    ) -> Self {
        [definition(name, label, style, .string(value))]
    }

    static func path(
        _ name: String, _ label: String, style: ParameterStyle = .op, default value: String = ""
    ) -> Self {
        [definition(name, label, style, .string(value))]
    }

    static func float(
        _ name: String, _ label: String, default value: Double = 0, max: Double = 1
    ) -> Self {
        [ranged(definition(name, label, .float, .double(value)), max)]
    }

    static func int(
        _ name: String, _ label: String, default value: Int = 0, max: Double = 1
    ) -> Self {
        [ranged(definition(name, label, .int, .int(value)), max)]
    }

    /// A menu; the first entry is the default unless another is named.
    ///
    /// An `open` menu only suggests: it takes any text.
    static func menu(
        _ name: String, _ label: String, _ entries: [(name: String, label: String)],
        default value: String? = nil, open: Bool = false
    ) -> Self {
        var menu = definition(
            name, label, open ? .strMenu : .menu, .string(value ?? entries.first?.name ?? ""))
        menu.menuNames = entries.map(\.name)
        menu.menuLabels = entries.map(\.label)
        return [menu]
    }

    /// A group of numbers whose names are the group's name and a suffix each.
    static func numbers(
        _ group: String, _ label: String, style: ParameterStyle, suffixes: [String],
        default values: [Double] = [], max: Double = 1
    ) -> Self {
        suffixes.enumerated().map { index, suffix in
            let value = index < values.count ? values[index] : 0
            var part = ranged(
                definition(
                    group + suffix, label, style,
                    style.kind == .int ? .int(Int(value)) : .double(value)), max)
            part.group = group
            part.componentIndex = index
            return part
        }
    }

    /// A sequence with one block, whose parameters carry their base names.
    static func sequence(_ name: String, _ label: String, block: [[ParameterDefinition]]) -> Self {
        var sequence = definition(name, label, .sequence, .int(1))
        sequence.block = block.flatMap { $0 }
        sequence.minimum = 1
        sequence.clampsMinimum = true
        return [sequence]
    }

    private static func definition(
        _ name: String, _ label: String, _ style: ParameterStyle, _ value: ParameterValue
    ) -> ParameterDefinition {
        var definition = ParameterDefinition(name: name, label: label, style: style)
        definition.defaultValue = value
        return definition
    }

    private static func ranged(
        _ definition: ParameterDefinition, _ maximum: Double
    ) -> ParameterDefinition {
        var ranged = definition
        ranged.maximum = maximum
        ranged.normMaximum = maximum
        return ranged
    }
}
