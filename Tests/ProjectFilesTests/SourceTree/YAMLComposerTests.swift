import ProjectFiles
import Testing

@Suite struct YAMLComposerTests {
    private func doubling(_ count: Int) -> String {
        var text = "k0: &a0 [x, x]\n"
        for number in 1..<count {
            text += "k\(number): &a\(number) [*a\(number - 1), *a\(number - 1)]\n"
        }
        return text
    }

    @Test func `values that multiply end at the limit`() throws {
        let error = try ScratchFolder().failure(ofNetwork: doubling(60) + "operators: *a59\n")

        #expect(error?.reason.contains("more than 5000000 values") == true)
        #expect(error?.line == 20)
    }

    @Test(arguments: ["? *a59\n: 1\n", "*a59 : 1\n", "z: {*a59 : 1}\n", "z: {[*a59]: 1}\n"])
    func `keys that multiply end at the limit too`(key: String) throws {
        let error = try ScratchFolder().failure(
            ofNetwork: doubling(60) + key + "operators: []\n")

        #expect(error?.reason.contains("more than 5000000 values") == true)
    }

    @Test(arguments: ["? [a]\n: 1\n", "x: {? {a: 1} : 2}\n", "k: &k [a]\n*k : 1\n"])
    func `a list or mapping is no key`(text: String) throws {
        let error = try ScratchFolder().failure(ofNetwork: text + "operators: []\n")

        #expect(error?.reason == "A list or mapping is used as the key of a mapping.")
    }

    @Test(arguments: [("a: &a [*a]\n", 1), ("x: 1\na: *nowhere\n", 2), ("a: &a {b: *a}\n", 1)])
    func `an alias of nothing, or of what is not finished, is refused`(
        text: String, line: Int
    ) throws {
        let error = try ScratchFolder().failure(ofNetwork: text + "operators: []\n")

        #expect(error?.line == line)
        #expect(error?.reason.contains("stands for nothing") == true)
    }

    @Test(arguments: [
        "!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!ruby/object {}",
        "!<tag:example.com,2000:x> 1",
    ])
    func `a tag that asks for objects is refused`(value: String) throws {
        let error = try ScratchFolder().failure(
            ofNetwork: "operators: []\nstorage:\n  a: \(value)\n")

        #expect(error?.line == 3)
        #expect(error?.reason.contains("asks for an object of a program's own") == true)
    }

    @Test func `a second document is refused`() throws {
        let error = try ScratchFolder().failure(ofNetwork: "operators: []\n---\noperators: []\n")

        #expect(error?.line == 2)
        #expect(error?.reason.contains("second document") == true)
    }

    @Test func `few aliases are read as values`() throws {
        let project = try ScratchFolder().network(
            "comment: &c shared\noperators:\n- {name: a, type: textDAT, comment: *c}\n")

        #expect(project.target.children.first?.comment == "shared")
    }

    @Test func `a key that is repeated among many is still found`() throws {
        let keys = (1...40).map { "  k\($0): \($0)\n" }.joined()

        let error = try ScratchFolder().failure(
            ofNetwork: "operators: []\nstorage:\n\(keys)  k33: 0\n")

        #expect(error?.line == 43)
        #expect(error?.reason == "The key 'k33' stands twice in one mapping, first on line 35.")
    }
}
