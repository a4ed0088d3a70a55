/// Reads where an operator's inputs come from.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#connections>
enum TDNWires {
    private static let mostInputs = 10_000

    /// Reads a list of sources.
    ///
    /// - Parameters:
    ///   - elements: Texts and gaps; or the older objects with `index` and `source`.
    ///   - owner: The operator, for messages.
    /// - Returns: The sources by input index, without gaps at the end.
    /// - Throws: `ProjectError` for an element of another shape.
    static func sources(
        _ elements: [SourceNode], owner: TDNFields
    ) throws(ProjectError) -> [String?] {
        var sources: [String?] = []
        for (position, element) in elements.enumerated() {
            switch element.value {
            case .null: continue
            case .mapping:
                guard let source = element["source"] ?? element["name"] else { continue }
                place(source.written, at: try index(element, position), in: &sources)
            case .list:
                throw TDNFields.wrongShape(
                    element, field: "inputs of \(owner.owner)", wanted: "an operator's name")
            default: place(element.written, at: position, in: &sources)
            }
        }
        return sources
    }

    private static func index(_ element: SourceNode, _ position: Int) throws(ProjectError) -> Int {
        guard let node = element["index"] else { return position }
        guard case .int(let index) = node.value, (0..<mostInputs).contains(index) else {
            throw TDNFields.wrongShape(
                node, field: "index", wanted: "a number from 0 to \(mostInputs - 1)")
        }
        return index
    }

    private static func place(_ source: String, at index: Int, in sources: inout [String?]) {
        while sources.count <= index { sources.append(nil) }
        sources[index] = source
    }
}
