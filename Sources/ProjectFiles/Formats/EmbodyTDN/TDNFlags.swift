/// Reads an operator's flags.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#flags>
enum TDNFlags {
    private static let known: Set<String> = [
        "bypass", "lock", "display", "render", "viewer", "expose", "allowCooking",
    ]

    /// Reads a list of names, where a leading `-` turns off; or the older mapping to booleans.
    ///
    /// - Throws: `ProjectError` for any other shape.
    static func read(
        _ node: SourceNode?, owner: TDNFields
    ) throws(ProjectError) -> [FlagSetting] {
        guard let node else { return [] }
        var settings: [FlagSetting] = []
        switch node.value {
        case .list(let elements):
            for element in elements {
                let isOff = element.written.hasPrefix("-")
                let name = isOff ? String(element.written.dropFirst()) : element.written
                append(name, !isOff, at: element, owner, to: &settings)
            }
        case .mapping(let entries):
            for entry in entries {
                guard case .bool(let isOn) = entry.value.value else {
                    throw TDNFields.wrongShape(
                        entry.value, field: entry.key, wanted: "true or false")
                }
                append(entry.key, isOn, at: entry.value, owner, to: &settings)
            }
        default:
            throw TDNFields.wrongShape(node, field: "flags", wanted: "a list of flag names")
        }
        return settings
    }

    private static func append(
        _ name: String, _ isOn: Bool, at node: SourceNode, _ owner: TDNFields,
        to settings: inout [FlagSetting]
    ) {
        guard known.contains(name) else {
            owner.reading.note(
                "The flag '\(name)' of \(owner.owner) is not known and was read past.",
                at: node.place)
            return
        }
        settings.append(FlagSetting(name, isOn))
    }
}
