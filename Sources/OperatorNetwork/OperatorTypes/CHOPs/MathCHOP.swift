/// Arithmetic on channels: on each, among those of one input, among inputs; then scaled.
///
/// Interp Pars per Sample has no effect: parameters are read once a cook and channel.
///
/// - Source: <https://docs.derivative.ca/Math_CHOP>
package nonisolated enum MathCHOP {
    package static let type = OperatorType(
        "math", .chop, label: "Math", pages: [operations, multiplyAdd, range, CHOPPages.filter()],
        cook: { ChannelCooking(cook) })

    private static let single = [
        ("off", "Off"), ("negate", "Negate"), ("pos", "Positive"), ("root", "Root"),
        ("square", "Square"), ("inverse", "Inverse"),
    ]
    private static let combining = [
        ("off", "Off"), ("add", "Add"), ("sub", "Subtract"), ("mul", "Multiply"),
        ("div", "Divide"), ("avg", "Average"), ("min", "Minimum"), ("max", "Maximum"),
        ("len", "Length"),
    ]
    private static let operations = ParameterPage(
        "OP",
        [
            .menu("preop", "Channel Pre OP", single),
            .menu("chanop", "Combine Channels", combining),
            .menu("chopop", "Combine CHOPs", combining),
            .menu("postop", "Channel Post OP", single),
            CHOPPages.match, CHOPPages.align,
            .toggle("interppars", "Interp Pars per Sample"), CHOPPages.integer,
        ])
    private static let multiplyAdd = ParameterPage(
        "Mult-Add",
        [
            .float("preoff", "Pre-Add"), .float("gain", "Multiply", default: 1),
            .float("postoff", "Post-Add"),
        ])
    private static let range = ParameterPage(
        "Range",
        [
            .numbers(
                "fromrange", "From Range", style: .float, suffixes: ["1", "2"], default: [0, 1]),
            .numbers("torange", "To Range", style: .float, suffixes: ["1", "2"], default: [0, 1]),
        ])

    /// What is done to one value.
    enum Single: String {
        case off, negate, pos, root, square, inverse

        func apply(_ value: Float) -> Float {
            switch self {
            case .off: value
            case .negate: -value
            case .pos: abs(value)
            // A root of what is below zero is no number; TouchDesigner's channels hold numbers.
            case .root: value > 0 ? value.squareRoot() : 0
            case .square: value * value
            case .inverse: value == 0 ? 0 : 1 / value
            }
        }
    }

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let before = try cook.choice("preop", Single.off)
        var inputs = try cook.aligned(cook.inputs).map { input in
            try cook.mapScoped(input) { _, samples in samples.map(before.apply) }
        }
        let among = try cook.choice("chanop", ChannelCombination.off)
        inputs = try inputs.map { input in
            let scope = try cook.scope(of: input)
            return among.ofChannels(input, scope: scope)
        }
        let combined = try combine(inputs, cook)
        let after = try cook.choice("postop", Single.off)
        let rounding = try cook.choice("integer", Rounding.off)
        let result = try cook.mapScoped(combined) { _, samples in
            let (add, gain, last) = try (
                cook.number("preoff"), cook.number("gain"), cook.number("postoff")
            )
            let (from, to) = try (cook.range("fromrange"), cook.range("torange"))
            let isRanged = from != to
            let width = from.high - from.low
            return samples.map { sample in
                var value = (Double(sample) + add) * gain + last
                if isRanged {
                    let part = width == 0 ? 0 : (value - from.low) / width
                    value = to.low + part * (to.high - to.low)
                }
                return Float(rounding.apply(Double(after.apply(Float(value)))))
            }
        }
        return try cook.renamed(result)
    }

    @MainActor
    private static func combine(_ inputs: [Channels], _ cook: ChannelCook) throws -> Channels {
        guard var result = inputs.first else { return Channels(rate: cook.now.rate) }
        let operation = try cook.choice("chopop", ChannelCombination.off)
        guard inputs.count > 1 else { return result }
        guard operation != .off else { return MergeCHOP.merged(inputs, duplicates: .unique) }
        result.count = inputs.map(\.count).max() ?? 0
        result.channels = try cook.matched(inputs).map { name, numbers in
            let parts = zip(inputs, numbers).compactMap { input, number in
                number.map { input.channels[$0].samples }
            }
            return .init(name, operation.apply(parts))
        }
        return result
    }
}
