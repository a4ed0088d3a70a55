/// Every sample through a Python expression.
///
/// - Source: <https://docs.derivative.ca/Expression_CHOP>
package nonisolated enum ExpressionCHOP {
    package static let type = OperatorType(
        "expression", .chop, label: "Expression",
        pages: [
            ParameterPage(
                "Expression",
                [
                    .int("chanperexpr", "Channels per Expr", default: 1, max: 10),
                    .toggle("limitexpr", "Limit Output Channels"),
                    .int("limitnum", "Number of Channels", default: 1, max: 10),
                    .sequence("expr", "Expression", block: [expression]),
                ]), CHOPPages.filter(),
        ], cook: { ChannelCooking(cook) })

    private static let expression: [ParameterDefinition] = {
        var definition: [ParameterDefinition] = .float("expr", "Expression")
        definition[0].defaultMode = .expression
        definition[0].defaultExpression = "me.inputVal"
        return definition
    }()

    @MainActor
    static func cook(_ cook: ChannelCook) throws -> Channels {
        var input = cook.input
        let perExpression = max(1, try cook.whole("chanperexpr"))
        let blocks = max(1, try cook.whole("expr"))
        if try cook.isOn("limitexpr") {
            input.channels = Array(input.channels.prefix(max(0, try cook.whole("limitnum"))))
        }
        defer { cook.memory.inputSample = nil }
        let result = try cook.mapScoped(input) { channel, samples in
            let name = "expr\(channel / perExpression % blocks)expr"
            return try samples.enumerated().map { index, sample in
                cook.memory.inputSample = (sample, index)
                return try cook.single(name)
            }
        }
        return try cook.renamed(result)
    }
}
