extension ParameterCollection {
    /// The built-in parameters that are not at their defaults, in their pages' order; those in blocks
    /// of sequences are not among them.
    ///
    /// It makes no parameter that nobody asked for, so that saving a large network costs little.
    package var changedBuiltIn: [Parameter] {
        touched.filter { !$0.isDefault && $0.style != .sequence }
    }

    /// The sequences that somebody has asked for; the others have their one default block.
    package var sequencesInUse: [ParameterSequence] { madeSequences }
}
