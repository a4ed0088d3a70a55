internal import OperatorNetwork

/// Gives an operator the parameters that its description asks for.
@MainActor
struct ParameterBuilder {
    private let node: Operator

    init(_ node: Operator) {
        self.node = node
    }

    func build(_ description: OperatorDescription) throws(ProjectError) {
        for page in description.customPages {
            for definition in page.parameters { try append(definition, to: page.name) }
        }
        for sequence in description.sequences { try fill(sequence, description.place) }
        for assignment in description.parameters {
            let place = assignment.place ?? description.place
            guard let parameter = node.parameters[assignment.name] else {
                throw ProjectError(
                    file: place.file, line: place.line,
                    reason: "\(node.path), a \(node.type.name), has no parameter "
                        + "'\(assignment.name)'.",
                    suggestion: "Check its spelling, or take the line out.")
            }
            try set(parameter, assignment.setting, place)
        }
    }

    private func append(
        _ definition: CustomParameterDescription, to page: String
    ) throws(ProjectError) {
        guard let style = ParameterStyle(rawValue: definition.style) else {
            throw ProjectError(
                file: definition.place.file, line: definition.place.line,
                reason: "The custom parameter '\(definition.name)' has the style "
                    + "'\(definition.style)', which does not exist.",
                suggestion: "Use one of TouchDesigner's styles, such as Float, Str or Menu.")
        }
        let page = node.parameters.customPage(named: page)
        let group = try checked(definition.place) { () throws(ParameterError) in
            try node.parameters.appendCustom(
                definition.name, style: style, label: definition.label,
                size: definition.size ?? 1, on: page)
        }
        for (index, parameter) in group.parameters.enumerated() {
            try define(parameter, definition)
            guard index < definition.values.count else { continue }
            try set(parameter, definition.values[index], definition.place)
        }
    }

    private func define(
        _ parameter: Parameter, _ definition: CustomParameterDescription
    ) throws(ProjectError) {
        try checked(definition.place) { () throws(ParameterError) in
            try parameter.redefine { target in
                target.minimum = definition.minimum ?? target.minimum
                target.maximum = definition.maximum ?? target.maximum
                target.clampsMinimum = definition.clampsMinimum
                target.clampsMaximum = definition.clampsMaximum
                target.normMinimum = definition.normalizedMinimum ?? target.normMinimum
                target.normMaximum = definition.normalizedMaximum ?? target.normMaximum
                target.menuNames = definition.menuNames
                target.menuLabels =
                    definition.menuLabels.isEmpty ? definition.menuNames : definition.menuLabels
                target.menuSource = definition.menuSource ?? ""
                target.startsSection = definition.startsSection
                target.isReadOnly = definition.isReadOnly
                target.help = definition.help ?? ""
            }
        }
        guard let standard = definition.defaultValue else { return }
        try set(parameter, .constant(standard), definition.place)
        let value = parameter.value
        try checked(definition.place) { () throws(ParameterError) in
            try parameter.redefine { $0.defaultValue = value }
        }
    }

    private func fill(
        _ description: SequenceDescription, _ place: SourcePlace
    ) throws(ProjectError) {
        guard let sequence = node.parameters.sequence(named: description.name) else {
            throw ProjectError(
                file: place.file, line: place.line,
                reason: "\(node.path), a \(node.type.name), has no sequence "
                    + "'\(description.name)'.",
                suggestion: "Check its spelling, or take it out.")
        }
        try checked(place) { () throws(ParameterError) in
            try sequence.resize(to: description.blocks.count)
        }
        for (number, block) in description.blocks.enumerated() {
            for assignment in block {
                let place = assignment.place ?? place
                guard let parameter = sequence.parameter(assignment.name, inBlock: number) else {
                    throw ProjectError(
                        file: place.file, line: place.line,
                        reason: "The sequence '\(description.name)' of \(node.path) has no "
                            + "parameter '\(assignment.name)'.",
                        suggestion: "Check its spelling, or take the line out.")
                }
                try set(parameter, assignment.setting, place)
            }
        }
    }

    private func set(
        _ parameter: Parameter, _ setting: ParameterSetting, _ place: SourcePlace
    ) throws(ProjectError) {
        switch setting {
        case .expression(let text): parameter.setExpression(text)
        case .bind(let text): parameter.setBindExpression(text)
        case .constant(let value):
            try checked(place) { () throws(ParameterError) in
                try parameter.set(Self.held(value))
            }
        }
    }

    private static func held(_ value: PlainValue) -> ParameterValue {
        switch value {
        case .null: .string("")
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): .string(value)
        case .list, .dictionary, .tuple, .set, .bytes: .none
        }
    }

    private func checked<Result>(
        _ place: SourcePlace, _ body: () throws(ParameterError) -> Result
    ) throws(ProjectError) -> Result {
        do throws(ParameterError) {
            return try body()
        } catch {
            throw ProjectError(
                file: place.file, line: place.line, reason: error.description, suggestion: "")
        }
    }
}
