/// Two bounds.
nonisolated struct ChannelRange: Equatable {
    var low: Double
    var high: Double
}
