@testable import OperatorNetwork

/// Operator types that exist for tests alone.
enum TestTypes {
    private static let page = ParameterPage(
        "Page",
        [
            .float("value", "Value"), .path("other", "Other", style: .dat),
            .toggle("frame", "Frame"), .pulse("press", "Press"),
        ])

    /// A COMP with a number.
    static let number = OperatorType("number", .comp, label: "Number", pages: [page])

    /// A DAT whose cook joins `value` (or the time), its inputs' texts, and the other DAT's text.
    static let join = OperatorType(
        "join", .dat, label: "Join", pages: [page], initialContent: .text(""),
        cook: { JoinCooking() })

    /// A CHOP with one channel: its input's first sample plus `value`.
    static let add = OperatorType(
        "add", .chop, label: "Add", pages: [page],
        cook: {
            PlainCooking { context in
                let input = try context.channels(ofInput: 0)?.channels.first?.samples.first ?? 0
                context.output(
                    Channels(values: [("sum", input + Float(try context.double("value")))]))
            }
        })
}

final class JoinCooking: Cooking {
    private(set) var pulses = 0

    func cook(_ context: CookContext) throws {
        let own =
            try context.bool("frame")
            ? "\(context.time.absoluteFrame)" : context.text("value")
        if own == "13.0" { throw CookFailure("13 brings bad luck.") }
        if own == "14.0" { context.cook.add("14 is near 13.", .warning) }
        var texts = [own]
        for input in context.inputs.indices {
            texts.append(try context.content(ofInput: input)?.text ?? "")
        }
        texts.append(try context.content(of: context.operator("other"))?.text ?? "")
        context.output(text: texts.filter { !$0.isEmpty }.joined(separator: " "))
    }

    func pulsed(_ parameter: Parameter, of node: Operator) { pulses += 1 }
}
