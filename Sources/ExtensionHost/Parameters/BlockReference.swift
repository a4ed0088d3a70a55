internal import OperatorNetwork
internal import PythonRuntime

/// A block of a sequence by its number, as TouchDesigner's objects mean it.
final class BlockReference {
    let sequence: ParameterSequence
    let number: Int

    init(_ sequence: ParameterSequence, _ number: Int) {
        self.sequence = sequence
        self.number = number
    }

    /// The block's sequence, while there is such a block.
    func living() throws(PythonError) -> ParameterSequence {
        guard sequence.parameter.isValid, sequence.blocks.indices.contains(number) else {
            throw TDErrors.error("Invalid SequenceBlock object: its operator or the block is gone.")
        }
        return sequence
    }

    /// The operator, nil once it is gone.
    var owner: Operator? { sequence.parameter.owner }
}
