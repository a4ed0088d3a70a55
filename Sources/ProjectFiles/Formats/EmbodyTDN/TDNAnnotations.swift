internal import OperatorNetwork

/// Reads and writes annotations: Annotate COMPs in a short form of their own.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#annotations>
enum TDNAnnotations {
    /// The type of the operators that annotations are.
    static let type = "annotateCOMP"

    /// Fields, and the parameters that hold them; a parameter at its default has no field.
    private static let parameters = [
        ("mode", "Mode"), ("title", "Titletext"), ("text", "Bodytext"), ("opacity", "Opacity"),
        ("backAlpha", "Backcoloralpha"), ("titleHeight", "Titleheight"),
        ("bodyFontSize", "Bodyfontsize"),
    ]
    private static let colors = ["Backcolorr", "Backcolorg", "Backcolorb"]
    private static let grey = 0.545
    private static let standardSize = [130.0, 90]
    private static let order = [
        "name", "mode", "title", "text", "position", "size", "color", "opacity", "backAlpha",
        "titleHeight", "bodyFontSize",
    ]

    /// Reads the annotations of a COMP.
    ///
    /// - Throws: `ProjectError` for a field of the wrong shape.
    static func read(_ fields: TDNFields) throws(ProjectError) -> [OperatorDescription] {
        var annotations: [OperatorDescription] = []
        for node in try fields.list("annotations") ?? [] {
            let annotation = try TDNFields(
                checking: node, owner: "an annotation of \(fields.owner)", fields.reading)
            annotation.noteUnknown(besides: Set(order))
            let name = OperatorName.valid(
                from: try annotation.text("name") ?? "", fallback: "annotate1")
            var described = OperatorDescription(name: name, type: type, place: node.place)
            described.position = try annotation.vector("position", count: 2)
            described.size = try annotation.vector("size", count: 2)
            for (field, parameter) in parameters {
                guard let value = annotation.node[field] else { continue }
                described.parameters.append(
                    ParameterAssignment(
                        parameter, .constant(try TDNStorage.value(value)), place: value.place))
            }
            let color = try annotation.vector("color", count: 3) ?? []
            for (parameter, value) in zip(colors, color) {
                described.parameters.append(
                    ParameterAssignment(parameter, .constant(.double(value)), place: node.place))
            }
            annotations.append(described)
        }
        return annotations
    }

    /// Writes the annotations of a COMP; what has not changed is left alone.
    ///
    /// - Parameters:
    ///   - now: The annotations.
    ///   - base: What they were.
    ///   - written: What stands in the file for them.
    /// - Returns: The list; nil for none.
    static func draft(
        _ now: [OperatorDescription], was base: [OperatorDescription], written: Draft?
    ) -> Draft? {
        let drafts = now.map { annotation in
            let was = base.first { $0.name == annotation.name }
            let element = (written?.elements ?? []).first {
                TDNOperatorWriter.name(of: $0) == annotation.name
            }
            guard let element else { return draft(annotation, was: nil, written: .mapping([])) }
            return draft(annotation, was: was, written: element)
        }
        return drafts.isEmpty ? nil : .list(drafts, from: written?.origin)
    }

    private static func draft(
        _ now: OperatorDescription, was base: OperatorDescription?, written: Draft
    ) -> Draft {
        guard now != base else { return written }
        var fields = written.entries
        if base == nil {
            fields.set("name", to: .scalar(.string(now.name)), order: order)
            fields.set("mode", to: .scalar(.string("comment")), order: order)
        }
        if now.position != base?.position {
            fields.set("position", to: TDNValue.vector(now.position), order: order)
        }
        if base == nil || now.size != base?.size {
            fields.set(
                "size", to: TDNValue.vector(now.size ?? standardSize), order: order)
        }
        let (new, old) = (constants(of: now), base.map(constants) ?? [:])
        for (field, parameter) in parameters where new[parameter] != old[parameter] {
            let isMode = field == "mode"
            let value = new[parameter] ?? (isMode ? .string("comment") : nil)
            fields.set(field, to: value.map { .scalar($0) }, order: order)
        }
        if colors.contains(where: { new[$0] != old[$0] }) {
            let hasColor = colors.contains { new[$0] != nil }
            let color = colors.map { new[$0].flatMap(number) ?? grey }
            fields.set("color", to: hasColor ? TDNValue.vector(color) : nil, order: order)
        }
        return .mapping(fields, from: written.origin)
    }

    private static func constants(of annotation: OperatorDescription) -> [String: PlainValue] {
        var constants: [String: PlainValue] = [:]
        for assignment in annotation.parameters {
            if case .constant(let value) = assignment.setting {
                constants[assignment.name] = value
            }
        }
        return constants
    }

    private static func number(_ value: PlainValue) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}
