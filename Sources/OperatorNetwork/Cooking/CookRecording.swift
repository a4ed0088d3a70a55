/// What one cook or expression has read so far.
nonisolated struct CookRecording {
    let id: UInt64
    let reader: CookNode
    /// What was read, in order, each once.
    var sources: [CookNode] = []
    var known: Set<ObjectIdentifier> = []
    /// Whether something was read that does not tell when it changes.
    var isUntold = false
}
