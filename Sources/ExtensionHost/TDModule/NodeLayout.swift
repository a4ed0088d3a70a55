internal import OperatorNetwork

/// Where nodes stand in the network editor when they are laid out.
enum NodeLayout {
    private static let gap = 30

    /// Puts nodes side by side; the first stays where it is.
    ///
    /// - Parameters:
    ///   - nodes: The nodes.
    ///   - rows: How many stand below each other; nil puts each right of what is wired into it.
    static func arrange(_ nodes: [Operator], rows: Int?) {
        guard let first = nodes.first else { return }
        let width = (nodes.map(\.nodeWidth).max() ?? 0) &+ gap
        let height = (nodes.map(\.nodeHeight).max() ?? 0) &+ gap
        let places =
            rows.map { rows in nodes.indices.map { ($0 / rows, $0 % rows) } } ?? wired(nodes)
        let (left, top) = (first.nodeX, first.nodeY)
        for (node, place) in zip(nodes, places) {
            (node.nodeX, node.nodeY) = (left &+ place.0 &* width, top &- place.1 &* height)
        }
    }

    /// The columns by how long the chain of wires before a node is, the rows in the nodes' order.
    private static func wired(_ nodes: [Operator]) -> [(Int, Int)] {
        let members = Set(nodes.map(\.id))
        var columns: [OperatorID: Int] = [:]
        var waiting = nodes
        // A loop of wires has no first node; what is left of it then stands in the first column.
        for column in 0..<nodes.count where !waiting.isEmpty {
            let ready = waiting.filter { node in
                node.inputs.allSatisfy { columns[$0.id] != nil || !members.contains($0.id) }
            }
            for node in ready { columns[node.id] = column }
            waiting.removeAll { columns[$0.id] != nil }
        }
        var heights: [Int: Int] = [:]
        return nodes.map { node in
            let column = columns[node.id] ?? 0
            defer { heights[column, default: 0] += 1 }
            return (column, heights[column, default: 0])
        }
    }
}
