internal import OperatorNetwork
internal import PythonRuntime

/// What connectors do to wires.
///
/// - Source: <https://docs.derivative.ca/Connector_Class>
enum ConnectorWires {
    private typealias Place = ConnectorType.Place

    /// The connectors at the other ends of the wires.
    static func ends(of place: ConnectorType.Place) -> [ConnectorType.Place] {
        let node = place.node
        switch place.side {
        case .input:
            return node.inputWires.filter { $0.input == place.index }
                .map { Place($0.source, .output, $0.output) }
        case .output:
            return node.wires(fromOutput: place.index).map { Place($0.target, .input, $0.input) }
        case .top:
            return node.componentAbove.map { [Place($0, .bottom, 0)] } ?? []
        case .bottom:
            return node.componentsBelow.map { Place($0, .top, 0) }
        }
    }

    /// Wires a connector to another one or to an operator.
    ///
    /// An input takes the new wire in the place of the old one; an output gets one more.
    static func connect(
        _ place: ConnectorType.Place, to target: PythonObject
    ) throws(PythonError) {
        let other = try self.place(opposite: place, named: target)
        let (output, input) = place.side.isInput ? (other, place) : (place, other)
        try changing { () throws(NetworkError) in
            if input.side == .top {
                try Host.network.tie(input.node, below: output.node)
            } else {
                try Host.network.connect(
                    output: output.index, of: output.node, toInput: input.index, of: input.node)
            }
        }
    }

    /// Takes out every wire at a connector.
    static func disconnect(_ place: ConnectorType.Place) throws(PythonError) {
        switch place.side {
        case .input:
            Host.network.disconnect(input: place.index, of: place.node)
        case .output:
            for (target, input) in place.node.wires(fromOutput: place.index) {
                Host.network.disconnect(input: input, of: target)
            }
        case .top:
            try untie(place.node)
        case .bottom:
            for child in place.node.componentsBelow { try untie(child) }
        }
    }

    private static func untie(_ node: Operator) throws(PythonError) {
        try changing { () throws(NetworkError) in try Host.network.tie(node, below: nil) }
    }

    /// The connector that a target means: itself, or an operator's first that fits.
    private static func place(
        opposite place: ConnectorType.Place, named target: PythonObject
    ) throws(PythonError) -> ConnectorType.Place {
        let side = place.side.opposite
        if OperatorObject.isOperator(target) {
            let node = try OperatorObject.node(of: target)
            guard side == .input else { return Place(node, side, 0) }
            let taken = Set(node.inputWires.map(\.input))
            let free = (0..<node.inputCount).first { !taken.contains($0) }
            return Place(node, side, free ?? 0)
        }
        guard let other = try LateType.connector.type().payload(of: target, as: Place.self) else {
            throw TDErrors.error(
                "Invalid number or type of arguments. See help for details. "
                    + "Value:(\(try target.representation()),)")
        }
        guard other.side == side else {
            throw TDErrors.error(
                "An \(place.side.isInput ? "input" : "output") connector connects to an operator "
                    + "or to an \(place.side.isInput ? "output" : "input") of the same kind.")
        }
        return other
    }
}
