extension ParameterDefinition {
    /// A value as this parameter holds it: converted to its style, then clamped.
    ///
    /// Numbers are taken as Python's `float()` and `int()` take them, texts as `str()` writes
    /// them, menu entries by name or number.
    ///
    /// - Parameters:
    ///   - value: What was assigned or evaluated.
    ///   - path: The operator's path, for the message; only asked for when there is one.
    /// - Returns: The value as the style holds it.
    /// - Throws: `ParameterError` when the style can't hold it.
    /// - Source: <https://docs.derivative.ca/Par_Class>
    package nonisolated func coerce(
        _ value: ParameterValue, at path: @autoclosure () -> String = ""
    ) throws(ParameterError) -> ParameterValue {
        switch style.kind {
        case .float: .double(clamp(try number(value, path())))
        case .int, .sequence: .int(clamp(try wholeNumber(value, path())))
        case .toggle: .bool(try truth(value, path()))
        case .pulse: .bool(false)
        case .text, .header: .string(value.text)
        case .python: value
        case .menu: .string(try menuName(value, path()))
        case .operatorPath: .string(try operatorPath(value, path()))
        }
    }

    private nonisolated func number(
        _ value: ParameterValue, _ path: @autoclosure () -> String
    ) throws(ParameterError) -> Double {
        switch value {
        case .bool(let flag): return flag ? 1 : 0
        case .int(let number): return Double(number)
        case .double(let number): return number
        case .string(let text):
            // Python's float() knows no hexadecimal digits, Swift's does.
            if !text.contains("x"), !text.contains("X"), let number = Double(Self.trimmed(text)) {
                return number
            }
        case .none, .object: break
        }
        throw .unconvertible(value, to: "float", of: self, at: path())
    }

    private nonisolated func wholeNumber(
        _ value: ParameterValue, _ path: @autoclosure () -> String
    ) throws(ParameterError) -> Int {
        if case .int(let number) = value { return number }

        guard let whole = Self.truncated(try number(value, path())) else {
            throw .outOfRange(value, of: self, at: path())
        }
        return whole
    }

    nonisolated func truth(
        _ value: ParameterValue, _ path: @autoclosure () -> String
    ) throws(ParameterError) -> Bool {
        if case .string(let text) = value {
            switch text.lowercased() {
            case "on", "true": return true
            case "off", "false", "": return false
            default: break
            }
        }
        return try number(value, path()) != 0
    }

    private nonisolated func menuName(
        _ value: ParameterValue, _ path: @autoclosure () -> String
    ) throws(ParameterError) -> String {
        if case .string(let name) = value {
            // A menu without entries of its own takes its names from somewhere else.
            if menuNames.isEmpty || menuNames.contains(name) { return name }
            throw .notInMenu(value, of: self, at: path())
        }
        let index = try wholeNumber(value, path())
        guard menuNames.indices.contains(index) else {
            throw .notInMenu(value, of: self, at: path())
        }
        return menuNames[index]
    }

    private nonisolated func operatorPath(
        _ value: ParameterValue, _ path: @autoclosure () -> String
    ) throws(ParameterError) -> String {
        switch value {
        case .none: return ""
        case .string(let text): return text
        case .bool, .int, .double, .object: throw .notOperator(value, of: self, at: path())
        }
    }

    private nonisolated func clamp(_ number: Double) -> Double {
        var clamped = number
        if clampsMinimum, clamped < minimum { clamped = minimum }
        if clampsMaximum, clamped > maximum { clamped = maximum }
        return clamped
    }

    private nonisolated func clamp(_ number: Int) -> Int {
        var clamped = number
        // A bound beyond 64 bits lies beyond every value. One with a fraction is below 2^53, so
        // that stepping past it overflows nothing.
        if clampsMinimum, let bound = Self.truncated(minimum) {
            clamped = max(clamped, Double(bound) < minimum ? bound + 1 : bound)
        }
        if clampsMaximum, let bound = Self.truncated(maximum) {
            clamped = min(clamped, Double(bound) > maximum ? bound - 1 : bound)
        }
        return clamped
    }

    /// The number without its fraction, `nil` where an `Int` can't hold it.
    ///
    /// `rounded()` would call into libm, which nothing here links.
    private nonisolated static func truncated(_ number: Double) -> Int? {
        number >= -0x1p63 && number < 0x1p63 ? Int(number) : nil
    }

    private nonisolated static func trimmed(_ text: String) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }
}
