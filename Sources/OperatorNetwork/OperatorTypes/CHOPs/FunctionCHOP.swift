#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Mathematical functions of samples.
///
/// - Source: <https://docs.derivative.ca/Function_CHOP>
package nonisolated enum FunctionCHOP {
    package static let type = OperatorType(
        "function", .chop, label: "Function", pages: [function, errors, CHOPPages.filter()],
        inputLimit: 2, cook: { ChannelCooking(cook) })

    private static let function = ParameterPage(
        "Function",
        [
            .menu("func", "Function", functions),
            .float("baseval", "Base Value", default: 10),
            .float("expval", "Exponent Value", default: 1),
            .menu(
                "angunit", "Angle Units",
                [("deg", "Degrees"), ("rad", "Radians"), ("cycle", "Cycles")]),
            CHOPPages.match,
        ])
    /// - Units: radians
    private static let units: [String: Double] = ["deg": .pi / 180, "cycle": 2 * .pi]
    private static let errors = ParameterPage(
        "Error",
        [
            .menu(
                "error", "Error Handling",
                [
                    ("abort", "Abort With Error Message"),
                    ("replace", "Replace With Specified Values"),
                    ("useprev", "Use The Previous Value"),
                ], default: "replace"),
            .float("ninfval", "Infinity Value"), .float("domval", "Domain Error Value"),
            .float("divval", "Divide Error Value"),
        ])
    private static let functions = [
        ("sqrt", "sqrt(x) Square Root"), ("abs", "abs(x) Absolute Value"),
        ("sign", "sign(x) Sign"), ("cos", "cos(x) Cosine"), ("sin", "sin(x) Sine"),
        ("tan", "tan(x) Tangent"), ("acos", "acos(x) Arccosine"), ("asin", "asin(x) Arcsine"),
        ("atan", "atan(x) Arctan( Input1 )"), ("atan2", "atan2(y,x) Arctan( Input1 / Input2 )"),
        ("cosh", "cosh(x) Hyperbolic Cosine"), ("sinh", "sinh(x) Hyperbolic Sine"),
        ("tanh", "tanh(x) Hyperbolic Tangent"), ("log", "log10(x) Log base 10"),
        ("logb", "logN(x) Log base N"), ("ln", "ln(x) Natural Log"),
        ("pow10", "pow(10,x) 10 ^ Input1"), ("exp", "exp(x) e ^ Input1"),
        ("powe", "pow(x) Base ^ Input1"), ("powb", "pow(x) Input1 ^ Exponent"),
        ("pow", "pow(x,y) Input1 ^ Input2"), ("dbtopower", "dB to Power"),
        ("powertodb", "Power to dB"), ("dbtoamp", "dB to Amplitude"),
        ("amptodb", "Amplitude to dB"),
    ]

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        let kind = try cook.text("func")
        let unit = Self.units[try cook.text("angunit")] ?? 1
        let (base, exponent) = try (cook.number("baseval"), cook.number("expval"))
        let handling = try cook.text("error")
        let (infinity, domain) = try (cook.single("ninfval"), cook.single("domval"))
        let inputs = try cook.aligned(cook.inputs)
        let second = inputs.count > 1 ? inputs[1] : nil
        let pairs = try cook.matched(Array(inputs.prefix(2)))
        let result = try cook.mapScoped(inputs.first ?? cook.input) { channel, samples in
            let partner = pairs.first { $0.channels.first == channel }?.channels.dropFirst().first
            let other = second.flatMap { other in
                (partner ?? nil).map { other.channels[$0].samples }
            }
            var last: Float = 0
            return try samples.indices.map { index in
                let value = apply(
                    kind, Double(samples[index]), Double(other?[at: index] ?? 0), base, exponent,
                    unit)
                let single = Float(value)
                if single.isFinite {
                    last = single
                    return single
                }
                switch handling {
                case "abort":
                    throw CookFailure(
                        "\(kind) has no value for \(samples[index]) at sample \(index) of "
                            + "\(cook.input.channels[channel].name); choose another Error Handling."
                    )
                case "useprev": return last
                default: return single.isNaN ? domain : infinity
                }
            }
        }
        return try cook.renamed(result)
    }

    private static func apply(
        _ kind: String, _ x: Double, _ y: Double, _ base: Double, _ exponent: Double, _ unit: Double
    ) -> Double {
        switch kind {
        case "sqrt": x.squareRoot()
        case "abs": abs(x)
        case "sign": x > 0 ? 1 : x < 0 ? -1 : 0
        case "cos": cos(x * unit)
        case "sin": sin(x * unit)
        case "tan": tan(x * unit)
        case "acos": acos(x) / unit
        case "asin": asin(x) / unit
        case "atan": atan(x) / unit
        case "atan2": atan2(x, y) / unit
        case "cosh": cosh(x)
        case "sinh": sinh(x)
        case "tanh": tanh(x)
        case "log": log10(x)
        case "logb": log(x) / log(base)
        case "ln": log(x)
        case "pow10": pow(10, x)
        case "exp": exp(x)
        case "powe": pow(base, x)
        case "powb": pow(x, exponent)
        case "pow": pow(x, y)
        case "dbtopower": pow(10, x / 10)
        case "powertodb": 10 * log10(x)
        case "dbtoamp": pow(10, x / 20)
        case "amptodb": 20 * log10(x)
        default: x
        }
    }
}
