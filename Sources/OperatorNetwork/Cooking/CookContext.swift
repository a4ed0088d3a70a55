/// What a cook may see of its surroundings, and where its output goes.
///
/// Everything read through it is remembered as something the operator depends on.
///
/// - Thread: main
package struct CookContext {
    /// The operator that cooks.
    package let `operator`: Operator
    let cook: OperatorCook

    /// The time; an operator that asks for it is cooked in every frame in which it is read.
    package var time: CookTime {
        cook.network?.timeNode.noteRead()
        return timeNow
    }

    /// The time, without depending on it: for what only measures how long something took.
    package var timeNow: CookTime { cook.network?.clock?.time(of: `operator`) ?? CookTime() }

    /// What is wired in, by input, with `nil` for gaps.
    package var inputs: [Operator?] { `operator`.wiredInputs }

    /// The content of what is wired into an input, up to date; `nil` without a wire.
    package func content(ofInput input: Int) throws -> Content? {
        try inputs.indices.contains(input) ? content(of: inputs[input]) : nil
    }

    /// The channels of what is wired into an input, up to date; `nil` without a wire.
    package func channels(ofInput input: Int) throws -> Channels? {
        try inputs.indices.contains(input) ? channels(of: inputs[input]) : nil
    }

    /// The content of another operator, up to date.
    ///
    /// - Throws: `CookLoop` when the other depends on this one.
    package func content(of other: Operator?) throws -> Content? {
        guard let other else { return nil }
        try other.bringUpToDate()
        return other.cookedContent
    }

    /// The channels of another operator, up to date.
    ///
    /// - Throws: `CookLoop` when the other depends on this one.
    package func channels(of other: Operator?) throws -> Channels? {
        guard let other else { return nil }
        try other.bringUpToDate()
        return other.cookedChannels
    }

    /// The value of a parameter now.
    ///
    /// - Throws: What its expression raised; `CookFailure` when there is no such parameter.
    package func value(_ name: String) throws -> ParameterValue {
        guard let parameter = `operator`.parameters[name] else {
            throw CookFailure("\(`operator`.path) has no parameter '\(name)'.")
        }
        return try parameter.evaluate()
    }

    package func double(_ name: String) throws -> Double {
        switch try value(name) {
        case .double(let number): number
        case .int(let number): Double(number)
        case .bool(let isOn): isOn ? 1 : 0
        default: 0
        }
    }

    package func int(_ name: String) throws -> Int {
        Int(clamping: max(-9e15, min(try double(name), 9e15)).rounded(.towardZero))
    }

    package func bool(_ name: String) throws -> Bool { try double(name) != 0 }

    /// The text of a parameter, or the name of a menu's entry.
    package func text(_ name: String) throws -> String {
        let value = try value(name)
        return value == .none ? "" : value.text
    }

    /// The operator that a parameter names; `nil` when it is empty or names none.
    package func `operator`(_ name: String) throws -> Operator? {
        let path = try text(name)
        guard !path.isEmpty, let network = cook.network else { return nil }
        return OperatorFinder(network).find(path, namedBy: `operator`)
    }

    /// Makes channels the output.
    package func output(_ channels: Channels) { cook.channels = channels }

    /// Makes a text the output.
    package func output(text: String) {
        `operator`.ownContent?.become(text: text)
    }

    /// Makes a table the output.
    ///
    /// - Parameter rows: The cells; shorter rows are filled with blanks.
    /// - Throws: `NetworkError` when there are more cells than a table may hold.
    package func output(rows: [[String]]) throws {
        try `operator`.ownContent?.become(rows: rows)
    }

    /// Makes a copy of another DAT's content the output.
    package func output(copyOf other: Content?) {
        `operator`.ownContent?.become(copyOf: other)
    }

    /// Adds an error to the operator, until its next cook.
    package func fail(_ text: String) { cook.add(text, .error) }
}
