import OperatorNetwork
import Testing

@MainActor @Suite struct NetworkTests {
    let network = Network()

    @Test func `a new network holds only its root`() {
        #expect(network.count == 1)
        #expect(network.root.path == "/")
        #expect(network.root.name == "")
        #expect(network.root.children.isEmpty)
    }

    @Test func `operators without a name are numbered after their type`() throws {
        let first = try network.create(TextDAT.type, in: network.root)
        let second = try network.create(TextDAT.type, in: network.root)
        let table = try network.create(TableDAT.type, in: network.root)

        #expect([first.name, second.name, table.name] == ["text1", "text2", "table1"])
    }

    @Test func `the lowest free number is taken`() throws {
        for _ in 1...4 { _ = try network.create(TextDAT.type, in: network.root) }
        try network.destroy(#require(network.root.child(named: "text2")))
        try network.rename(#require(network.root.child(named: "text3")), to: "other")

        let names = try (1...3).map { _ in try network.create(TextDAT.type, in: network.root).name }

        #expect(names == ["text2", "text3", "text5"])
    }

    @Test(arguments: [
        (["foo", "foo"], "foo1"), (["foo1", "foo1"], "foo2"), (["foo7", "foo8", "foo7"], "foo9"),
        (["a1b", "a1b"], "a1b1"), (["a007", "a007"], "a0071"),
        (["a9223372036854775807", "a9223372036854775807"], "a92233720368547758071"),
    ])
    func `a taken name gets the next number`(names: [String], last: String) throws {
        let made = try names.map { try network.create(BaseCOMP.type, named: $0, in: network.root) }

        #expect(made.last?.name == last)
    }

    @Test func `ids are never used twice and survive a rename`() throws {
        let first = try network.create(TextDAT.type, in: network.root)
        let id = first.id
        try network.rename(first, to: "renamed")
        #expect(first.id == id)
        #expect(network.operator(withID: id) === first)

        try network.destroy(first)
        let second = try network.create(TextDAT.type, in: network.root)

        #expect(second.id != id)
        #expect(network.operator(withID: id) == nil)
    }

    @Test(arguments: ["", "a b", "a/b", "é"])
    func `an illegal name is refused with TouchDesigner's text`(name: String) throws {
        let text = try network.create(TextDAT.type, in: network.root)

        let error = #expect(throws: NetworkError.self) { try network.rename(text, to: name) }

        #expect(error?.message == "Invalid or duplicate operator name.")
        #expect(error?.path == "/text1")
        #expect(error?.name == name)
        #expect(text.name == "text1")
        #expect(throws: NetworkError.self) {
            try network.create(TextDAT.type, named: name, in: network.root)
        }
    }

    @Test func `renaming to a taken name says who holds it`() throws {
        _ = try network.create(TextDAT.type, named: "a", in: network.root)
        let second = try network.create(TextDAT.type, named: "b", in: network.root)

        let error = #expect(throws: NetworkError.self) { try network.rename(second, to: "a") }

        #expect(
            error?.description
                == "Invalid or duplicate operator name. The name 'a' was not given to /b: it "
                + "belongs to /a; choose another name or rename that operator first.")
    }

    @Test func `a rename moves the name and tells`() throws {
        let recorder = ChangeRecorder()
        let text = try network.create(TextDAT.type, in: network.root)
        network.observer = recorder

        try network.rename(text, to: "script")
        try network.rename(text, to: "script")

        #expect(network.root.child(named: "script") === text)
        #expect(network.root.child(named: "text1") == nil)
        #expect(recorder.lines == ["renamed /script from text1"])
    }

    @Test func `everything that changes a search raises the structure's version`() throws {
        let text = try network.create(TextDAT.type, in: network.root)
        let changes: [() throws -> Void] = [
            { _ = try network.create(BaseCOMP.type, in: network.root) },
            { try network.rename(text, to: "other") },
            { _ = try network.copy(text, into: network.root) },
            { text.flags.insert(.utility) },
            { try network.destroy(text) },
        ]

        for change in changes {
            let before = network.structureVersion
            try change()
            #expect(network.structureVersion > before)
        }
    }

    @Test func `the root can't be renamed or destroyed`() {
        #expect(throws: NetworkError.self) { try network.rename(network.root, to: "a") }
        #expect(throws: NetworkError.self) { try network.destroy(network.root) }
    }

    @Test func `only COMPs hold operators`() throws {
        let text = try network.create(TextDAT.type, in: network.root)

        let error = #expect(throws: NetworkError.self) {
            try network.create(TextDAT.type, named: "x", in: text)
        }

        #expect(
            error?.description
                == "'x' can't be created in /text1: it is a textDAT, and only COMPs hold "
                + "operators; use its parent.")
    }

    @Test func `an operator of another network is refused`() throws {
        let other = Network()
        let foreign = try other.create(TextDAT.type, in: other.root)

        #expect(throws: NetworkError.self) { try network.rename(foreign, to: "x") }
        #expect(throws: NetworkError.self) { try network.create(TextDAT.type, in: other.root) }
        #expect(throws: NetworkError.self) { try network.destroy(foreign) }
    }

    @Test func `operators that outlive their network are invalid and lead nowhere`() throws {
        var shortLived: Network? = Network()
        let root = try #require(shortLived?.root)
        let outer = try #require(try shortLived?.create(BaseCOMP.type, in: root))
        let inner = try #require(try shortLived?.create(TextDAT.type, in: outer))

        shortLived = nil

        #expect(!outer.isValid)
        #expect(!inner.isValid)
        #expect(root.network == nil)
        #expect(inner.parent === outer)
        #expect(inner.parameters["file"]?.isValid == false)
        #expect(throws: Never.self) { try inner.content?.setText("still fine") }
    }

    @Test func `a hundred thousand children come, are found and go in linear time`() throws {
        let count = 100_000
        let elapsed = try ContinuousClock().measure {
            for _ in 0..<count { _ = try network.create(BaseCOMP.type, in: network.root) }
            for number in 1...count {
                #expect(network.root.child(named: "base\(number)") != nil)
            }
            let again = try network.create(BaseCOMP.type, named: "base1", in: network.root)
            #expect(again.name == "base\(count + 1)")
            for child in network.root.children { try network.destroy(child) }
        }

        #expect(network.count == 1)
        #expect(network.root.numChildren == 0)
        // Quadratic work would take minutes; linear work takes a second or two without optimising.
        #expect(elapsed < .seconds(30))
    }
}
