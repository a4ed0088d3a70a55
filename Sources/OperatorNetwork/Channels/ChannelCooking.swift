/// Cooks a CHOP: gives its work what it may see, and keeps its memory.
///
/// - Thread: main
package final class ChannelCooking: Cooking {
    /// From inputs and parameters to channels.
    package typealias Work = (ChannelCook) throws -> Channels

    /// What the operator keeps between its cooks.
    package let memory = ChannelMemory()
    private let work: Work

    init(_ work: @escaping Work) {
        self.work = work
    }

    package func cook(_ context: CookContext) throws {
        let inputs = try context.inputs.indices.map { try context.channels(ofInput: $0) }
        var surroundings = ChannelCook.Surroundings()
        surroundings.noteTime = { _ = context.time }
        surroundings.channels = { try context.channels(of: $0) }
        surroundings.content = { try context.content(of: $0) }
        let cook = ChannelCook(
            context.operator, inputs: inputs, moment: context.timeNow, memory: memory,
            surroundings: surroundings)
        context.output(try work(cook))
    }

    package func pulsed(_ parameter: Parameter, of node: Operator) { memory.press(parameter.name) }
}

extension Operator {
    /// What a CHOP keeps between its cooks; `nil` for operators that don't cook channels.
    package var channelMemory: ChannelMemory? {
        (cookState.cooking() as? ChannelCooking)?.memory
    }
}
