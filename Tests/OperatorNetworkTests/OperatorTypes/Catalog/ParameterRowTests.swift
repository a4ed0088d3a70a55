import Testing

@testable import OperatorNetwork

@MainActor @Suite struct ParameterRowTests {
    private func definitions(_ row: Substring) -> [ParameterDefinition] {
        ParameterRow(row)?.definitions { key in ParameterMenu(["\(key)=First", "b=Second"]) } ?? []
    }

    @Test func `a row is one parameter, or one for each suffix`() {
        #expect(definitions("seed|Seed|Float||").map(\.name) == ["seed"])
        let group = definitions("t|Translate|XYZW|x y|2")
        #expect(group.map(\.name) == ["tx", "ty"])
        #expect(group.map(\.group) == ["t", "t"])
        #expect(group.map(\.componentIndex) == [0, 1])
        #expect(group.map(\.defaultValue) == [.double(2), .double(0)])
    }

    @Test func `a menu begins with its first entry, an open one with nothing`() {
        let menu = definitions("m|Mode|Menu|a|")[0]

        #expect(menu.menuNames == ["a", "b"])
        #expect(menu.menuLabels == ["First", "Second"])
        #expect(menu.defaultValue == .string("a"))
        #expect(definitions("m|Mode|StrMenu|a|")[0].defaultValue == .string(""))
        #expect(definitions("m|Mode|StrMenu||")[0].menuNames.isEmpty)
    }

    @Test func `a plus puts a parameter into the blocks of a sequence`() {
        #expect(ParameterRow("+name|Name|Str||")?.isInBlock == true)
        #expect(ParameterRow("+name|Name|Str||")?.name == "name")
        #expect(definitions("const|Constant|Sequence||")[0].style == .sequence)
    }

    @Test(arguments: ["", "a", "a|b|Float", "a|b|NoStyle||", "a|b|Float|||"])
    func `what is no row is refused`(row: Substring) {
        #expect(ParameterRow(row) == nil)
    }
}
