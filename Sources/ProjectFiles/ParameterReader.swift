internal import OperatorNetwork

/// Describes the parameters of one operator: only what differs from a fresh operator's.
@MainActor
struct ParameterReader {
    /// What never goes into a file: actions, and what is set by whoever keeps the file.
    ///
    /// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#skipped-parameters>
    private static let skipped: Set<String> = [
        "externaltox", "enableexternaltox", "reloadtox", "reinitextensions", "savebackup",
        "savecustom", "reloadcustom", "pageindex",
    ]

    private let node: Operator

    init(_ node: Operator) {
        self.node = node
    }

    /// The built-in parameters that are not at their defaults.
    func assignments() -> [ParameterAssignment] {
        node.parameters.changedBuiltIn.compactMap { parameter in
            guard !Self.skipped.contains(parameter.name) else { return nil }
            return Self.setting(of: parameter).map { ParameterAssignment(parameter.name, $0) }
        }
    }

    /// The sequences that have more than a default block.
    func sequences() -> [SequenceDescription] {
        node.parameters.sequencesInUse.compactMap { sequence in
            let prefix = sequence.name.utf8.count
            let blocks = sequence.blocks.enumerated().map { number, block in
                block.compactMap { parameter -> ParameterAssignment? in
                    guard !parameter.isDefault, let setting = Self.setting(of: parameter) else {
                        return nil
                    }
                    let base = parameter.name.utf8.dropFirst(prefix + "\(number)".utf8.count)
                    return ParameterAssignment(String(Substring(base)), setting)
                }
            }
            let fewest = sequence.parameter.definition.isCustom ? 0 : 1
            guard blocks.count > fewest || blocks.contains(where: { !$0.isEmpty }) else {
                return nil
            }
            return SequenceDescription(name: sequence.name, blocks: blocks)
        }
    }

    /// The pages of custom parameters with definitions and values.
    func pages(at place: SourcePlace) -> [CustomPageDescription] {
        node.parameters.customPages.map { page in
            CustomPageDescription(
                name: page.name,
                parameters: page.groups.flatMap { group -> [CustomParameterDescription] in
                    let described = Self.definition(of: group, place).map { [$0] } ?? []
                    return described + blockDefinitions(of: group, place)
                })
        }
    }

    /// The definitions in the blocks of a custom sequence.
    private func blockDefinitions(
        of group: ParameterGroup, _ place: SourcePlace
    ) -> [CustomParameterDescription] {
        guard let parameter = group.parameters.first, parameter.style == .sequence else {
            return []
        }
        return parameter.definition.block.map { definition in
            var described = Self.described(definition, size: nil, place)
            described.sequence = parameter.name
            return described
        }
    }

    /// What is asked of a parameter; nil for what holds nothing of its own.
    static func setting(of parameter: Parameter) -> ParameterSetting? {
        switch parameter.style {
        case .pulse, .momentary, .header, .sequence: return nil
        default: break
        }
        guard !parameter.definition.isReadOnly || parameter.definition.isCustom else { return nil }
        switch parameter.mode {
        case .constant: return .constant(plain(parameter.value))
        case .expression: return .expression(parameter.expression)
        case .bind: return .bind(parameter.bindExpression)
        case .export: return nil
        }
    }

    private static func plain(_ value: ParameterValue) -> PlainValue {
        switch value {
        case .none: .string("")
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        case .object(let object): .string(object.text)
        }
    }

    private static func definition(
        of group: ParameterGroup, _ place: SourcePlace
    ) -> CustomParameterDescription? {
        guard let first = group.parameters.first else { return nil }
        let count = group.parameters.count
        let usual = max(1, first.definition.style.suffixes.count)
        var described = described(first.definition, size: count == usual ? nil : count, place)
        described.name = group.name
        described.label = first.definition.label == group.name ? nil : first.definition.label
        if first.style != .sequence, group.parameters.contains(where: { !$0.isDefault }) {
            described.values = group.parameters.compactMap(setting)
        }
        return described
    }

    private static func described(
        _ definition: ParameterDefinition, size: Int?, _ place: SourcePlace
    ) -> CustomParameterDescription {
        var described = CustomParameterDescription(
            name: definition.name, style: definition.style.rawValue, place: place)
        described.size = size
        described.label = definition.label == definition.name ? nil : definition.label
        described.help = definition.help.isEmpty ? nil : definition.help
        described.startsSection = definition.startsSection
        described.isReadOnly = definition.isReadOnly
        readRange(definition, into: &described)
        described.menuSource = definition.menuSource.isEmpty ? nil : definition.menuSource
        if described.menuSource == nil {
            described.menuNames = definition.menuNames
            let labels = definition.menuLabels
            described.menuLabels = labels == definition.menuNames ? [] : labels
        }
        return described
    }

    private static func readRange(
        _ definition: ParameterDefinition, into described: inout CustomParameterDescription
    ) {
        let standard = plain(definition.defaultValue)
        let isBlank: Bool =
            switch standard {
            case .bool(let value): !value
            case .int(let value): value == 0
            case .double(let value): value == 0
            case .string(let value): value.isEmpty
            default: true
            }
        described.defaultValue = isBlank ? nil : standard
        described.minimum = definition.minimum == 0 ? nil : definition.minimum
        described.maximum = definition.maximum == 1 ? nil : definition.maximum
        described.clampsMinimum = definition.clampsMinimum
        described.clampsMaximum = definition.clampsMaximum
        described.normalizedMinimum = definition.normMinimum == 0 ? nil : definition.normMinimum
        described.normalizedMaximum = definition.normMaximum == 1 ? nil : definition.normMaximum
    }
}
