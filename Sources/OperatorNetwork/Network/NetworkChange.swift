/// What happened in a network, as its observer hears it.
package enum NetworkChange {
    /// An operator is there, with default parameters and content.
    case created(Operator)
    /// A copy is there, with everything that came with it; told once per copied tree, not for
    /// the operators inside.
    case copied(Operator, from: Operator)
    /// An operator goes at the end of this call; it and everything inside is still whole.
    case willDestroy(Operator)
    /// An operator is gone; the ones inside it went before.
    case destroyed(OperatorID)
    case renamed(Operator, from: String)
    /// The content of a DAT was replaced or added to as a whole; single cells only raise the
    /// content's version.
    case contentReplaced(Operator)
    /// The value, an expression or the mode of a parameter changed.
    case parameterChanged(Operator, Parameter)
    case parameterPulsed(Operator, Parameter)
    /// Parameters came, went or were redefined: custom ones, pages, or blocks of a sequence.
    case parametersRedefined(Operator)
    /// The wires into an operator changed.
    case wired(Operator)
    case flagsChanged(Operator)
}
