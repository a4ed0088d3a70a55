internal import OperatorNetwork

extension ParameterStyle {
    /// The style that makes as many components as a definition has: `RGBA` of three is `RGB`.
    ///
    /// A file without a size means as many as there are values.
    ///
    /// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#custom-parameter-definition>
    fileprivate func sized(
        _ definition: CustomParameterDescription
    ) -> (style: ParameterStyle, size: Int) {
        guard !suffixes.isEmpty else { return (self, isSizable ? definition.size ?? 1 : 1) }
        let count = definition.size ?? (definition.values.count > 1 ? definition.values.count : nil)
        switch (normalised, count) {
        case (.rgba, 3): return (.rgb, 1)
        case (.xyzw, 2): return (.xy, 1)
        case (.xyzw, 3): return (.xyz, 1)
        case (.uvw, 2): return (.uv, 1)
        default: return (self, 1)
        }
    }
}

extension ParameterDefinition {
    /// Takes over what a file says of a parameter's looks and range.
    fileprivate mutating func apply(_ described: CustomParameterDescription) {
        minimum = described.minimum ?? minimum
        maximum = described.maximum ?? maximum
        clampsMinimum = described.clampsMinimum
        clampsMaximum = described.clampsMaximum
        normMinimum = described.normalizedMinimum ?? normMinimum
        normMaximum = described.normalizedMaximum ?? normMaximum
        menuNames = described.menuNames
        menuLabels = described.menuLabels.isEmpty ? described.menuNames : described.menuLabels
        menuSource = described.menuSource ?? ""
        startsSection = described.startsSection
        isReadOnly = described.isReadOnly
        help = described.help ?? ""
    }
}

/// Gives an operator the parameters that its description asks for.
@MainActor
struct ParameterBuilder {
    private let node: Operator
    private let tolerance: Tolerance

    init(_ node: Operator, _ tolerance: Tolerance) {
        self.node = node
        self.tolerance = tolerance
    }

    func build(_ description: OperatorDescription) throws(ProjectError) {
        for page in description.customPages {
            for definition in page.parameters {
                try tolerance.attempt { () throws(ProjectError) in
                    try append(definition, to: page.name)
                }
            }
        }
        for sequence in description.sequences {
            try tolerance.attempt { () throws(ProjectError) in
                try fill(sequence, description.place)
            }
        }
        for assignment in description.parameters {
            try tolerance.attempt { () throws(ProjectError) in
                try assign(assignment, assignment.place ?? description.place)
            }
        }
    }

    private func assign(
        _ assignment: ParameterAssignment, _ place: SourcePlace
    ) throws(ProjectError) {
        guard let parameter = try parameter(assignment.name, place) else {
            throw ProjectError(
                file: place.file, line: place.line,
                reason: "\(node.path), a \(node.type.name), has no parameter "
                    + "'\(assignment.name)'.",
                suggestion: "Check its spelling, or take the line out.")
        }
        try set(parameter, assignment.setting, place)
    }

    /// The parameter of a name; a block that TouchDesigner saved a parameter of is made.
    private func parameter(_ name: String, _ place: SourcePlace) throws(ProjectError) -> Parameter?
    {
        if let known = node.parameters[name] { return known }
        guard tolerance.isOn else { return nil }
        let name = LegacyParameterName.current(name) ?? name
        for sequence in node.parameters.sequences where name.hasPrefix(sequence.name) {
            let digits = name.dropFirst(sequence.name.count).prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), number < ReadingLimits.blocks,
                number >= sequence.blocks.count
            else { continue }
            try checked(place) { () throws(ParameterError) in
                try sequence.resize(to: number + 1)
            }
            if let made = node.parameters[name] { return made }
        }
        return nil
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
        if tolerance.isOn, isBuiltIn(definition) { return }
        if let sequence = definition.sequence {
            return try extend(sequence, with: definition, style)
        }
        let page = node.parameters.customPage(named: page)
        let sized = style.sized(definition)
        let group = try checked(definition.place) { () throws(ParameterError) in
            try node.parameters.appendCustom(
                definition.name, style: sized.style, label: definition.label, size: sized.size,
                on: page)
        }
        for (index, parameter) in group.parameters.enumerated() {
            try define(parameter, definition)
            guard index < definition.values.count else { continue }
            try set(parameter, definition.values[index], definition.place)
        }
    }

    /// Whether an exporter took a sequence of the operator's own for a custom one, as Embody does with
    /// those of POPs; what it defines is there already.
    private func isBuiltIn(_ definition: CustomParameterDescription) -> Bool {
        let known = node.parameters[definition.sequence ?? definition.name]
        return known.map { !$0.definition.isCustom } ?? false
    }

    /// Adds a parameter to every block of a custom sequence.
    private func extend(
        _ name: String, with definition: CustomParameterDescription, _ style: ParameterStyle
    ) throws(ProjectError) {
        guard let sequence = node.parameters.sequence(named: name) else {
            throw ProjectError(
                file: definition.place.file, line: definition.place.line,
                reason: "The custom parameter '\(definition.name)' belongs into the sequence "
                    + "'\(name)', which \(node.path) does not have.",
                suggestion: "Define the sequence before it, with the style Sequence.")
        }
        var base = ParameterDefinition(
            name: definition.name, label: definition.label ?? definition.name, style: style)
        base.apply(definition)
        try checked(definition.place) { () throws(ParameterError) in
            if let value = definition.defaultValue {
                base.defaultValue = try base.coerce(Self.held(value, by: base))
            }
            try sequence.extendBlock(with: base)
        }
    }

    private func define(
        _ parameter: Parameter, _ definition: CustomParameterDescription
    ) throws(ProjectError) {
        try checked(definition.place) { () throws(ParameterError) in
            try parameter.redefine { $0.apply(definition) }
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
                try parameter.set(Self.held(value, by: parameter.definition))
            }
        }
    }

    private static func held(
        _ value: PlainValue, by definition: ParameterDefinition
    ) -> ParameterValue {
        switch value {
        case .null: .string("")
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): entry(value, of: definition).map { .int($0) } ?? .string(value)
        case .list, .dictionary, .tuple, .set, .bytes: .none
        }
    }

    /// The number of a menu's entry, where an exporter wrote it as a text.
    private static func entry(_ text: String, of definition: ParameterDefinition) -> Int? {
        guard definition.style == .menu, !definition.menuNames.contains(text) else { return nil }
        return Int(text)
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
