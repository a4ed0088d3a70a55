/// One entry of a mapping.
struct SourceEntry {
    /// The key.
    let key: String
    /// Where the key stands.
    let place: SourcePlace
    /// What stands under it.
    let value: SourceNode
}
