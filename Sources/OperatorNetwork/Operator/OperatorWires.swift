/// The wires of an operator that has some.
final class OperatorWires {
    var wiring = Wiring()
}
