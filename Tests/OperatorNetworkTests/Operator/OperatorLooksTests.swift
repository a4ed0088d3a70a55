import Testing

@testable import OperatorNetwork

@MainActor @Suite struct OperatorLooksTests {
    private let network = Network()

    @Test func `setting what is so already keeps nothing`() throws {
        let node = try network.create(TextDAT.type, in: network.root)

        (node.nodeWidth, node.nodeHeight) = (Operator.standardWidth, Operator.standardHeight)
        (node.color, node.comment, node.tags) = (.standard, "", [])
        (node.origin, node.startStorage) = (nil, [])

        #expect(node.madeLooks == nil)
    }

    @Test func `each look is told as it was set, and goes back`() throws {
        let node = try network.create(TextDAT.type, in: network.root)

        (node.nodeWidth, node.nodeHeight) = (1, 2)
        (node.comment, node.tags) = ("c", ["t"])
        node.origin = SourceOrigin(file: "f", line: 3)

        #expect(node.nodeWidth == 1 && node.nodeHeight == 2)
        #expect(node.comment == "c" && node.tags == ["t"])
        #expect(node.origin == SourceOrigin(file: "f", line: 3))
        #expect(node.color == .standard)
        (node.comment, node.tags, node.origin) = ("", [], nil)
        #expect(node.comment.isEmpty && node.tags.isEmpty && node.origin == nil)
    }

    @Test func `operators and tables that outlive what holds them say so`() throws {
        var (node, content): (Operator?, Content?)
        do {
            let other = Network()
            node = try other.create(TableDAT.type, in: other.root)
            content = node?.content
            #expect(node?.network === other && content?.table.owner === node)
        }

        #expect(node?.network == nil && node?.isValid == false)
        node = nil
        #expect(content?.table.owner == nil)
        try content?.setText("still a table")
        #expect(content?.text == "still a table")
    }
}
