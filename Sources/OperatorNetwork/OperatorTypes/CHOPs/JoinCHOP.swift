#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// Inputs one after the other, blended where they meet.
///
/// Overlap Sequences and Preserve Length blend over the region; Insert Blend Region puts it between.
/// Blending by the first input, the translate blends and the rotation options have no effect.
///
/// - Source: <https://docs.derivative.ca/Join_CHOP>
package nonisolated enum JoinCHOP {
    package static let type = OperatorType(
        "join", .chop, label: "Join", pages: [blend, scope, rotate, CHOPPages.filter()],
        cook: { ChannelCooking(cook) })

    private static let blend = ParameterPage(
        "Blend",
        [
            .menu(
                "blendmethod", "Method",
                [
                    ("pre", "Preserve Length"), ("ovl", "Overlap Sequences"),
                    ("ins", "Insert Blend Region"),
                ]),
            .menu(
                "blendfunc", "Shape",
                [
                    ("lin", "Linear"), ("ei", "Ease in"), ("eo", "Ease out"),
                    ("cos", "Ease in Ease out"), ("cub", "Cubic"), ("add", "Add"),
                    ("holdprev", "Hold Previous"),
                ]), .toggle("blendbyinput", "First Input Specifies Blend Regions"),
            .float("blendregion", "Region"),
            .menu("blendregionunit", "Blend Region Unit", CHOPPages.units, default: "samples"),
            .float("blendbias", "Bias"), CHOPPages.match,
        ])
    private static let scope = ParameterPage(
        "Scope",
        [
            .float("step", "Step"), .text("stepscope", "Step Scope", default: "*"),
            .text("blendscope", "Blend Scope", default: "*"),
            .float("transscopex", "Translate X Blend"),
            .float("transscopey", "Translate Y Blend"),
            .float("transscopez", "Translate Z Blend"),
        ])
    private static let rotate = ParameterPage(
        "Rotate",
        [
            .toggle("quatrot", "Quaternion Blend"),
            .toggle("shortrot", "Shortest Path Rotation Blending"),
            .text("rotscope", "Rotation Scope"),
            .float("cyclelen", "Cycle Length", default: 360),
        ])

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        guard var result = cook.inputs.first else { return Channels(rate: cook.now.rate) }
        let inputs = try cook.choice("srselect", RateMatch.first).apply(cook.inputs)
        let wanted = try cook.samples("blendregion", at: result.rate)
        let region = wanted < 1 ? 0 : try ChannelLimit.checked(wanted)
        let method = try cook.text("blendmethod")
        let shape = try cook.text("blendfunc")
        let step = try cook.single("step")
        let stepScope = Pattern(try cook.text("stepscope"))
        result.channels = try cook.matched(inputs).map { name, numbers in
            var joined: [Float] = []
            for (place, (input, number)) in zip(inputs, numbers).enumerated() {
                var samples =
                    number.map { input.channels[$0].samples }
                    ?? Array(repeating: joined.last ?? 0, count: input.count)
                if place > 0, step != 0, stepScope.matches(name), let last = joined.last,
                    let first = samples.first
                {
                    let move = (last - first) * step
                    samples = samples.map { $0 + move }
                }
                if place == 0 {
                    joined = samples
                } else {
                    join(&joined, samples, region: region, method: method, shape: shape)
                }
            }
            return .init(name, joined)
        }
        result.count = result.channels.map(\.samples.count).max() ?? 0
        return try cook.renamed(result)
    }

    private static func join(
        _ joined: inout [Float], _ next: [Float], region: Int, method: String, shape: String
    ) {
        guard region > 0, let last = joined.last, let first = next.first else {
            joined += next
            return
        }
        if method == "ins" {
            joined += (1...region).map {
                mix(last, first, Float($0) / Float(region + 1), shape)
            }
            joined += next
            return
        }
        let overlap = min(region, joined.count, next.count)
        let start = method == "ovl" ? joined.count - overlap : joined.count
        if method == "ovl" {
            for index in 0..<overlap {
                joined[start + index] = mix(
                    joined[start + index], next[index], Float(index + 1) / Float(overlap + 1),
                    shape)
            }
            joined += next.dropFirst(overlap)
        } else {
            // The length stays: the end of the one leads into the beginning of the other.
            joined += next
            for index in 0..<overlap {
                joined[start + index] = mix(
                    last, next[index], Float(index + 1) / Float(overlap + 1), shape)
            }
        }
    }

    private static func mix(_ one: Float, _ other: Float, _ part: Float, _ shape: String) -> Float {
        switch shape {
        case "ei": one + (other - one) * part * part
        case "eo": one + (other - one) * part * (2 - part)
        case "cos": one + (other - one) * (1 - cos(.pi * part)) / 2
        case "cub": one + (other - one) * part * part * (3 - 2 * part)
        case "add": one + other
        case "holdprev": one
        default: one + (other - one) * part
        }
    }
}
