/// Why a parameter refused a value, a definition, or to be evaluated.
package nonisolated struct ParameterError: Error, Sendable {
    /// What kind of refusal it is, so that the layer above may pick an exception's type.
    package nonisolated enum Kind: Sendable {
        /// The value has the wrong type: Python's `TypeError`.
        case type
        /// The type is right, the value isn't: Python's `ValueError`.
        case value
        /// A definition is not allowed: name, size, style or page.
        case definition
        /// The value can't be computed.
        case evaluation
    }

    package let kind: Kind
    /// The parameter's name, or the one asked for.
    package let parameter: String
    /// The path of the operator, empty when it has none any more.
    package let path: String
    /// The short text that Python or TouchDesigner shows.
    package let message: String
    /// What was tried, on what, why it failed and what to do instead.
    package let explanation: String
}

nonisolated extension ParameterError: CustomStringConvertible {
    package var description: String {
        message == explanation ? explanation : "\(message). \(explanation)"
    }
}

nonisolated extension ParameterError {
    static func unconvertible(
        _ value: ParameterValue, to wanted: String, of definition: ParameterDefinition,
        at path: String
    ) -> ParameterError {
        let message =
            switch value {
            case .string(let text): "could not convert string to \(wanted): '\(text)'"
            default:
                "\(wanted)() argument must be a string or a real number, not '\(value.typeName)'"
            }
        let isType = if case .string = value { false } else { true }
        return ParameterError(
            kind: isType ? .type : .value, parameter: definition.name, path: path, message: message,
            explanation: "The parameter '\(definition.name)' of \(path) has style "
                + "\(definition.style.rawValue) and can't hold this value; give it a number or a "
                + "text that spells one.")
    }

    static func outOfRange(
        _ value: ParameterValue, of definition: ParameterDefinition, at path: String
    ) -> ParameterError {
        ParameterError(
            kind: .value, parameter: definition.name, path: path,
            message: "cannot convert \(value.text) to an integer",
            explanation:
                "The parameter '\(definition.name)' of \(path) holds whole numbers of 64 bits.")
    }

    static func notOperator(
        _ value: ParameterValue, of definition: ParameterDefinition, at path: String
    ) -> ParameterError {
        let text =
            "The parameter '\(definition.name)' of \(path) has style \(definition.style.rawValue) and takes "
            + "an operator, the text of its path, or None, not '\(value.typeName)'."
        return ParameterError(
            kind: .type, parameter: definition.name, path: path, message: text, explanation: text)
    }

    static func notInMenu(
        _ value: ParameterValue, of definition: ParameterDefinition, at path: String
    ) -> ParameterError {
        let text =
            "The menu parameter '\(definition.name)' of \(path) has no entry '\(value.text)'; its entries "
            + "are \(definition.menuNames.map { "'\($0)'" }.joined(separator: ", ")), or their "
            + "numbers from 0."
        return ParameterError(
            kind: .value, parameter: definition.name, path: path, message: text, explanation: text)
    }

    static func definition(_ name: String, at path: String, _ text: String) -> ParameterError {
        let sentence = "The parameter '\(name)' of \(path) \(text)"
        return ParameterError(
            kind: .definition, parameter: name, path: path, message: sentence,
            explanation: sentence)
    }

    /// - Source: <https://docs.derivative.ca/Cook>
    static func loop(_ name: String, at path: String) -> ParameterError {
        ParameterError(
            kind: .evaluation, parameter: name, path: path,
            message: "Cook dependency loop detected",
            explanation: "The parameter '\(name)' of \(path) was evaluated while it was being "
                + "evaluated: its expression refers, directly or not, to itself.")
    }

    static func noEvaluator(_ name: String, at path: String) -> ParameterError {
        let text =
            "The parameter '\(name)' of \(path) has an expression, but this network has nothing "
            + "that evaluates expressions; give it a constant value or attach a host."
        return ParameterError(
            kind: .evaluation, parameter: name, path: path, message: text, explanation: text)
    }
}
