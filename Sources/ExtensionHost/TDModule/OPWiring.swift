internal import OperatorNetwork
internal import PythonRuntime

/// The members of `td.OP` about wires, docks and places in the network editor.
///
/// - Source: <https://docs.derivative.ca/OP_Class>
enum OPWiring {
    static var members: [NativeMember] { wires + docks + places }

    private static var wires: [NativeMember] {
        [
            .reading("inputs") { $0.inputs },
            .reading("outputs") { $0.outputs },
            .reading("inputConnectors") { node throws(PythonError) in
                try ConnectorType.all(node, .input)
            },
            .reading("outputConnectors") { node throws(PythonError) in
                try ConnectorType.all(node, .output)
            },
            .calling("setInputs", "listOfOPs") { node, call throws(PythonError) in
                var sources: [Operator?] = []
                for element in try call[0].elements() {
                    sources.append(try element.isNone ? nil : OperatorObject.node(of: element))
                }
                try changing { () throws(NetworkError) in
                    try Host.network.setInputs(sources, of: node)
                }
                return PythonObject.none
            },
            .reading("maxInputs") { node in
                node.type.family == .comp ? node.inputCount : node.type.inputLimit ?? 9999
            },
            .reading("isMultiInputs") { $0.type.family != .comp && $0.type.inputLimit == nil },
        ]
    }

    private static var docks: [NativeMember] {
        [
            .member(
                "dock",
                { node throws(PythonError) in try OperatorObject.objectOrNone(of: node.dock) },
                set: { node, value throws(PythonError) in
                    let target = try value.isNone ? nil : OperatorObject.node(of: value)
                    try changing { () throws(NetworkError) in
                        try Host.network.dock(node, to: target)
                    }
                }),
            .reading("docked") { $0.docked },
        ]
    }

    private static var places: [NativeMember] {
        [
            .member("nodeCenterX", { $0.nodeX &+ $0.nodeWidth / 2 }) {
                node, value throws(PythonError) in
                node.nodeX = try Int(python: value) &- node.nodeWidth / 2
            },
            .member("nodeCenterY", { $0.nodeY &+ $0.nodeHeight / 2 }) {
                node, value throws(PythonError) in
                node.nodeY = try Int(python: value) &- node.nodeHeight / 2
            },
            .calling("resetNodeSize") { node, _ in
                (node.nodeWidth, node.nodeHeight) = (
                    Operator.standardWidth, Operator.standardHeight
                )
                return PythonObject.none
            },
            .reading("enclosedBy") { node in
                let siblings: [Operator] = node.parent?.children ?? []
                return siblings.filter { $0.type.name == "annotateCOMP" && $0.encloses(node) }
            },
        ]
    }
}

extension Operator {
    /// Whether another operator's tile lies within this one's.
    fileprivate func encloses(_ other: Operator) -> Bool {
        other !== self && other.nodeX >= nodeX && other.nodeY >= nodeY
            && other.nodeX &+ other.nodeWidth <= nodeX &+ nodeWidth
            && other.nodeY &+ other.nodeHeight <= nodeY &+ nodeHeight
    }
}
