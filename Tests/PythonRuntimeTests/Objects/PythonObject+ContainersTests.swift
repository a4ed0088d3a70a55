import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonObjectContainersTests {
    init() throws { try PythonSuite.start() }

    @Test func `tuples, lists and dictionaries are made of objects`() throws {
        let parts = [try 1.python(), try "a".python()]
        let dictionary = try PythonObject.dictionary()
        try dictionary.setItem("k", to: .none)

        #expect(try PythonObject.tuple(parts).representation() == "(1, 'a')")
        #expect(try PythonObject.tuple([]).representation() == "()")
        #expect(try PythonObject.list(parts).representation() == "[1, 'a']")
        #expect(try PythonObject.list().count() == 0)
        #expect(try dictionary.representation() == "{'k': None}")
    }

    @Test func `a container keeps its own references`() throws {
        let object = try PythonSuite.evaluate("object()")
        let before = try object.referenceCount

        var list: PythonObject? = try PythonObject.list([object, object])
        let during = try object.referenceCount
        withExtendedLifetime(list) {}
        list = nil

        #expect(during == before + 2)
        #expect(try object.referenceCount == before)
    }

    @Test func `items are read, set and removed`() throws {
        let list = try [1, 2, 3].python()

        try list.setItem(0.python(), to: 9.python())
        try list.removeItem((-1).python())

        #expect(try list.representation() == "[9, 2]")
        #expect(try list.item((-1).python()).text() == "2")
    }

    @Test func `a missing item throws what Python raises`() throws {
        let index = try #require(throws: PythonError.self) { try [0].python().item(5.python()) }
        let key = try #require(throws: PythonError.self) {
            try PythonObject.dictionary().item("k".python())
        }
        let removed = try #require(throws: PythonError.self) {
            try PythonObject.dictionary().removeItem("k".python())
        }

        #expect(index.isKind(of: .indexError))
        #expect(key.description == "KeyError: 'k'")
        #expect(removed.isKind(of: .keyError))
    }

    @Test func `a dictionary's missing value is nil and a bad key throws`() throws {
        let dictionary = try PythonObject.dictionary()
        let list = try PythonObject.list()

        #expect(try dictionary.value(forKey: "k") == nil)
        #expect(throws: PythonError.self) { try dictionary.value(forKey: list) }
        #expect(throws: PythonError.self) { try list.value(forKey: "k") }
        #expect(try dictionary.value(forKey: "k") == nil, "no exception is left behind")
    }

    @Test func `anything that iterates has elements`() throws {
        let generator = try PythonSuite.evaluate("(n * n for n in range(3))")

        #expect(try generator.elements().map { try Int(python: $0) } == [0, 1, 4])
        #expect(try generator.elements().isEmpty)
        #expect(throws: PythonError.self) { try 1.python().elements() }
    }

    @Test func `an iteration that raises half way throws`() throws {
        let broken = try made(
            "g", by: "def f():\n    yield 1\n    raise OSError('half way')\ng = f()")

        let error = try #require(throws: PythonError.self) { try broken.elements() }

        #expect(error.description == "OSError: half way")
    }

    @Test func `pairs come in the dictionary's order`() throws {
        let pairs = try PythonSuite.evaluate("{'b': 1, 'a': 2}").pairs()

        #expect(try pairs.map { try $0.key.text() } == ["b", "a"])
        #expect(try pairs.map { try $0.value.text() } == ["1", "2"])
        #expect(throws: PythonError.self) { try 1.python().pairs() }
    }

    @Test func `the length of what has none throws`() throws {
        let error = try #require(throws: PythonError.self) { try 1.python().count() }

        #expect(error.message == "object of type 'int' has no len()")
    }
}
