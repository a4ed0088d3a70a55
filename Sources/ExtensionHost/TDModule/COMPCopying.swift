internal import OperatorNetwork
internal import PythonRuntime

/// The members of `td.COMP` that copy operators, and those about copies: clones and replicants.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>
enum COMPCopying {
    static var members: [NativeMember] {
        [
            .calling("copyOPs", "listOfOPs") { node, call throws(PythonError) in
                var sources: [Operator] = []
                for element in try call[0].elements() {
                    sources.append(try OperatorObject.node(of: element))
                }
                return try copy(
                    sources, into: node, names: Array(repeating: nil, count: sources.count))
            },
            .reading("clones") { node throws(PythonError) in
                try Host.running.components.cloning.clones(of: node)
            },
        ]
    }

    /// Copies operators, and calls the `onCreate` of the Execute DATs that came along.
    ///
    /// - Returns: The copies, in the order of the sources.
    /// - Throws: `td.tdError` for a COMP that cannot hold them.
    static func copy(
        _ sources: [Operator], into parent: Operator, names: [String?]
    ) throws(PythonError) -> [Operator] {
        let copies = try changing { () throws(NetworkError) in
            try Host.network.copy(sources, into: parent, names: names)
        }
        for copy in copies {
            for made in copy.withDescendants { Host.current?.callbacks.created(made) }
        }
        return copies
    }
}
