import ProjectFiles
import Testing

@Suite struct NetworkTreeTests {
    private let network = """
        network_path: /show
        operators:
        - name: lamp
          type: baseCOMP
          children:
          - {name: code, type: textDAT, dat_content: "a\\nb\\n"}
          - {name: out, type: nullDAT, inputs: [code]}
        - {name: cells, type: tableDAT, dat_content_format: table, dat_content: [[a, b]]}

        """

    @Test func `lines show what is inside of what`() throws {
        let lines = NetworkTree(try ScratchFolder().network(network)).lines

        #expect(
            lines == [
                "/show  baseCOMP",
                "├── lamp  baseCOMP",
                "│   ├── code  textDAT  2 lines",
                "│   └── out  nullDAT  ← code",
                "└── cells  tableDAT  1×2",
            ])
    }

    @Test func `what lies deeper is counted`() throws {
        let lines = NetworkTree(try ScratchFolder().network(network), depth: 1).lines

        #expect(lines[2] == "│   └── … 2 inside")
        #expect(lines.count == 4)
    }
}
