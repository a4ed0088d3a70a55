internal import OperatorNetwork
internal import PythonRuntime

/// The order of a sequence's blocks.
///
/// - Source: <https://docs.derivative.ca/Sequence_Class>
enum SequenceOrder {
    /// `sequence.reorderBlocks(*indexes)`: those named change places, the rest stays.
    static func reorder(
        _ sequence: ParameterSequence, _ indexes: [PythonObject]
    ) throws(PythonError) {
        var named: [Int] = []
        for index in indexes { named.append(try SequenceType.number(of: index, in: sequence)) }
        var order = Array(sequence.blocks.indices)
        // Finding out what was meant may have run code that took blocks away.
        for (place, number) in zip(named.sorted(), named) where order.indices.contains(place) {
            order[place] = number
        }
        try SequenceType.changing { () throws(ParameterError) in try sequence.reorder(order) }
    }

    /// `sequence.sortBlocks(key, baseName, reverse)`: by a function of the block, by a parameter, or
    /// by the block's name where there is one, else by its first parameter.
    static func sort(
        _ sequence: ParameterSequence, key: PythonObject, base: String, reversing: Bool
    ) throws(PythonError) {
        guard key.isNone || base.isEmpty else {
            throw TDErrors.error("sortBlocks() takes a key or a baseName, not both.")
        }
        var pairs: [PythonObject] = []
        for number in sequence.blocks.indices {
            let value = try self.key(key, base, sequence, number)
            pairs.append(try PythonObject.tuple([value, number.python()]))
        }
        let first = try PythonObject.module("operator").attribute("itemgetter").call(0.python())
        let sorted = try PythonObject.module("builtins").attribute("sorted").call(
            pairs.python(), keywords: [("key", first), ("reverse", reversing.python())])
        var order: [Int] = []
        for pair in try sorted.elements() { order.append(try Int(python: pair.item(1.python()))) }
        try SequenceType.changing { () throws(ParameterError) in try sequence.reorder(order) }
    }

    private static func key(
        _ key: PythonObject, _ base: String, _ sequence: ParameterSequence, _ number: Int
    ) throws(PythonError) -> PythonObject {
        guard key.isNone else { return try key.call(SequenceBlockType.make(sequence, number)) }
        let name = base.isEmpty ? SequenceType.blockName(of: sequence) : base
        if let parameter = sequence.parameter(name, inBlock: number) {
            return try ParameterAccess.evaluate(parameter)
        }
        guard base.isEmpty else {
            throw TDErrors.error("The blocks of \(sequence.name) have no parameter '\(base)'.")
        }
        guard sequence.blocks.indices.contains(number) else { return .none }
        return try sequence.blocks[number].first.map(ParameterAccess.evaluate) ?? .none
    }
}
