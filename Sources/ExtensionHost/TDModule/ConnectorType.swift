internal import OperatorNetwork
internal import PythonRuntime

/// `td.Connector`: a place at an operator where wires end.
///
/// - Source: <https://docs.derivative.ca/Connector_Class>
enum ConnectorType {
    /// On which side of the operator a connector lies.
    enum Side {
        case input, output
        /// The top and the bottom of a COMP, whose ties make a hierarchy.
        case top, bottom

        var isInput: Bool { self == .input || self == .top }
        var opposite: Side {
            switch self {
            case .input: .output
            case .output: .input
            case .top: .bottom
            case .bottom: .top
            }
        }
    }

    /// Which connector it is.
    final class Place {
        let node: Operator
        let side: Side
        let index: Int

        init(_ node: Operator, _ side: Side, _ index: Int) {
            (self.node, self.side, self.index) = (node, side, index)
        }
    }

    static var members: [NativeMember] {
        [
            reading("index") { $0.index },
            reading("isInput") { $0.side.isInput },
            reading("isOutput") { !$0.side.isInput },
            reading("owner") { $0.node },
            reading("inOP") { place in port(place, .input, place.node.inOperators) },
            reading("outOP") { place in port(place, .output, place.node.outOperators) },
            reading("description") { place in
                let port = place.side == .input ? place.node.inOperators : place.node.outOperators
                guard place.node.type.family == .comp, port.indices.contains(place.index),
                    case .string(let label)? = port[place.index].parameters.value(of: "label")
                else { return "" }
                return label
            },
            reading("connections") { place throws(PythonError) in
                try ConnectorWires.ends(of: place).map(object)
            },
            .method("connect", "target") { call throws(PythonError) in
                try ConnectorWires.connect(place(of: call.owner), to: call[0])
                return .none
            },
            .method("disconnect") { call throws(PythonError) in
                try ConnectorWires.disconnect(place(of: call.owner))
                return .none
            },
            .method("__eq__", "other") { call throws(PythonError) in
                let own = try place(of: call.owner)
                guard let other = try LateType.connector.type().payload(of: call[0], as: Place.self)
                else { return .notImplemented }
                return try
                    (own.node === other.node && own.side == other.side
                    && own.index == other.index).python()
            },
            .method("__hash__") { call throws(PythonError) in
                let own = try place(of: call.owner)
                return try
                    (own.node.id.number &* 64 &+ own.index &* 2
                    &+ (own.side.isInput ? 1 : 0)).python()
            },
        ]
    }

    /// All connectors on one side of an operator.
    static func all(_ node: Operator, _ side: Side) throws(PythonError) -> [PythonObject] {
        let count =
            switch side {
            case .input: node.inputCount
            case .output: node.outputCount
            case .top, .bottom: node.type.subType.isEmpty ? 0 : 1
            }
        var connectors: [PythonObject] = []
        for index in 0..<count { connectors.append(try object(Place(node, side, index))) }
        return connectors
    }

    static func object(_ place: Place) throws(PythonError) -> PythonObject {
        try LateType.connector.instance(of: place)
    }

    /// The place that a connector stands for.
    ///
    /// - Throws: `td.tdError` when its operator is gone.
    static func place(of object: PythonObject) throws(PythonError) -> Place {
        let place = try LateType.connector.payload(of: object, as: Place.self)
        guard place.node.isValid else { throw TDErrors.invalidOperator }
        return place
    }

    private static func port(
        _ place: Place, _ side: Side, _ operators: [Operator]
    ) -> any PythonConvertible {
        guard place.side == side, place.node.type.family == .comp,
            operators.indices.contains(place.index)
        else { return PythonObject.none }
        return operators[place.index]
    }

    private static func reading(
        _ name: String, _ get: @escaping (Place) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { object throws(PythonError) in try get(place(of: object)).python() }
    }
}
