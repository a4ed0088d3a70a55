/// The blocks of one parameter sequence, such as `ext`.
///
/// - Source: <https://docs.derivative.ca/Sequence_Class>
package struct SequenceDescription: Sendable, Equatable {
    /// The sequence's name, the prefix of its parameters.
    package var name: String
    /// One entry a block; the number of blocks is their count, an empty block keeps its defaults.
    package var blocks: [[ParameterAssignment]]

    /// Describes a sequence.
    package init(name: String, blocks: [[ParameterAssignment]]) {
        self.name = name
        self.blocks = blocks
    }
}
