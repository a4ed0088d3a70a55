import ProjectFiles
import Testing

@Suite struct YAMLAliasesTests {
    private func doubling(_ count: Int) -> String {
        var text = "k0: &a0 [x, x]\n"
        for number in 1..<count {
            text += "k\(number): &a\(number) [*a\(number - 1), *a\(number - 1)]\n"
        }
        return text
    }

    @Test func `values that multiply end at the limit`() throws {
        let error = try ScratchFolder().failure(
            ofNetwork: doubling(60) + "operators: *a59\n")

        #expect(error?.reason.contains("more than 5000000 values") == true)
    }

    @Test(arguments: ["? *a59\n: 1\n", "*a59 : 1\n", "z: {*a59 : 1}\n", "z: {[*a59]: 1}\n"])
    func `keys that multiply are refused before they are compared`(key: String) throws {
        let error = try ScratchFolder().failure(
            ofNetwork: doubling(60) + key + "operators: []\n")

        #expect(error?.reason.contains("used as a key in a text full of aliases") == true)
    }

    @Test func `a script with stars and ampersands is no alias`() throws {
        let script = String(repeating: "    f(*args, **kw)  # a &args ? b : c\n", count: 60)
        let project = try ScratchFolder().network(
            "operators:\n- name: a\n  type: textDAT\n  dat_content: |\n" + script)

        #expect(project.target.children.count == 1)
    }

    @Test func `few aliases are read as values`() throws {
        let project = try ScratchFolder().network(
            "comment: &c shared\noperators:\n- {name: a, type: textDAT, comment: *c}\n")

        #expect(project.target.children.first?.comment == "shared")
    }
}
