/// Parameters as the work of a CHOP reads them.
extension ChannelCook {
    func value(_ name: String) throws -> ParameterValue {
        guard let parameter = node.parameters[name] else { return .none }
        // The default of sample rates, which needs no expression to be run.
        if parameter.mode == .expression, parameter.expression == CHOPPages.timelineRate {
            return .double(now.rate)
        }
        return try parameter.evaluate()
    }

    func number(_ name: String) throws -> Double {
        switch try value(name) {
        case .double(let number): number
        case .int(let number): Double(number)
        case .bool(let isOn): isOn ? 1 : 0
        case .string(let text): Double(text) ?? 0
        default: 0
        }
    }

    func single(_ name: String) throws -> Float { Float(try number(name)) }

    func whole(_ name: String) throws -> Int {
        max(-1_000_000_000, min(Int(clamping: try number(name)), 1_000_000_000))
    }

    func isOn(_ name: String) throws -> Bool { try number(name) != 0 }

    func text(_ name: String) throws -> String {
        let value = try value(name)
        return value == .none ? "" : value.text
    }

    /// A menu's entry as one of an enumeration's cases.
    func choice<Choice: RawRepresentable<String>>(
        _ name: String, _ standard: Choice
    ) throws -> Choice {
        Choice(rawValue: try text(name)) ?? standard
    }

    /// The two parameters of a range.
    func range(_ name: String) throws -> ChannelRange {
        ChannelRange(low: try number(name + "1"), high: try number(name + "2"))
    }

    /// Warns of parameters with another value than the only one that is done here.
    func warnUnless(_ done: [String: String]) throws {
        let names = try done.keys.sorted().filter { try text($0) != done[$0] }
        guard !names.isEmpty else { return }
        let told = names.map { "\($0) '\((try? text($0)) ?? "")'" }.joined(separator: ", ")
        node.cookState.add(
            "Understudy does not do \(told) of a \(node.type.name); it cooks as with the default.",
            .warning)
    }

    /// Whether a pulse was pressed since the cook before.
    func isPressed(_ name: String) throws -> Bool {
        if memory.isPressed(name) { return true }
        return try isOn(name)
    }

    /// A sample rate, bounded to what memory can hold.
    func rate(_ name: String = "rate") throws -> Double {
        let rate = try number(name)
        return rate.isFinite && rate > 0 ? min(rate, 10_000_000) : now.rate
    }

    /// A length of time in samples, whatever unit its menu says.
    func samples(_ name: String, unit: String? = nil, at rate: Double) throws -> Double {
        let length = try number(name)
        guard length.isFinite else { return 0 }
        return switch try text(unit ?? name + "unit") {
        case "samples": length
        case "frames": length * rate / now.rate
        default: length * rate
        }
    }

    /// A length of time in seconds, whatever unit its menu says.
    func seconds(_ name: String, unit: String? = nil, at rate: Double) throws -> Double {
        try samples(name, unit: unit, at: rate) / rate
    }

    /// A rate "per unit", whatever unit its menu says, as a rate per sample.
    func perSample(_ name: String, at rate: Double) throws -> Double {
        let value = try number(name)
        return switch try text(name + "unit") {
        case "samples": value
        case "frames": value * now.rate / rate
        default: value / rate
        }
    }
}
