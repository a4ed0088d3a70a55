internal import OperatorNetwork

/// Definitions of custom parameters as a file has them.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#custom-parameter-definition>
enum TDNDefinition {
    private static let order = [
        "name", "style", "label", "size", "startSection", "readOnly", "default", "min", "max",
        "clampMin", "clampMax", "normMin", "normMax", "menuNames", "menuLabels", "menuSource",
        "help", "sequence", "value", "values",
    ]

    /// Writes a definition; what it has in common with the one that stands there is left alone.
    ///
    /// - Parameters:
    ///   - now: The definition.
    ///   - base: What it was; nil for a new one.
    ///   - written: What stands in the file for it; nil for a new one.
    /// - Returns: The mapping.
    static func draft(
        _ now: CustomParameterDescription, was base: CustomParameterDescription? = nil,
        written: Draft? = nil
    ) -> Draft {
        guard now != base || written == nil else { return written ?? .scalar(.null) }
        let old = base.map(fields) ?? [:]
        let new = fields(now)
        var entries = written?.entries ?? []
        for key in order where old[key] != new[key] {
            entries.set(key, to: new[key].map { Draft($0) }, order: order)
        }
        if now.values != base?.values {
            entries.set("value", to: nil)
            entries.set("values", to: nil)
            entries.set(now.values.count > 1 ? "values" : "value", to: values(now), order: order)
        }
        return .mapping(entries, from: written?.origin)
    }

    /// The value, or the list of values; nil when all are at the default.
    static func values(_ definition: CustomParameterDescription) -> Draft? {
        guard definition.values.count > 1 else {
            return definition.values.first.map(TDNValue.draft)
        }
        return .list(definition.values.map(TDNValue.draft))
    }

    /// Whether two definitions differ in nothing but their values.
    static func differInValuesAlone(
        _ left: CustomParameterDescription, _ right: CustomParameterDescription
    ) -> Bool {
        var left = left
        left.values = right.values
        return left == right
    }

    private static func fields(_ definition: CustomParameterDescription) -> [String: PlainValue] {
        var fields: [String: PlainValue] = [
            "name": .string(definition.name), "style": .string(definition.style),
        ]
        fields["label"] = definition.label.map { .string($0) }
        fields["size"] = definition.size.map { .int($0) }
        fields["default"] = definition.defaultValue
        fields["min"] = definition.minimum.map { .double($0) }
        fields["max"] = definition.maximum.map { .double($0) }
        fields["clampMin"] = definition.clampsMinimum ? .bool(true) : nil
        fields["clampMax"] = definition.clampsMaximum ? .bool(true) : nil
        fields["normMin"] = definition.normalizedMinimum.map { .double($0) }
        fields["normMax"] = definition.normalizedMaximum.map { .double($0) }
        fields["menuNames"] = texts(definition.menuNames)
        fields["menuLabels"] = texts(definition.menuLabels)
        fields["menuSource"] = definition.menuSource.map { .string($0) }
        fields["startSection"] = definition.startsSection ? .bool(true) : nil
        fields["readOnly"] = definition.isReadOnly ? .bool(true) : nil
        fields["help"] = definition.help.map { .string($0) }
        fields["sequence"] = definition.sequence.map { .string($0) }
        return fields
    }

    private static func texts(_ texts: [String]) -> PlainValue? {
        texts.isEmpty ? nil : .list(texts.map { .string($0) })
    }
}
