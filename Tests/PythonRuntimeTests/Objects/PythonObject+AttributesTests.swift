import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonObjectAttributesTests {
    private let thing: PythonObject

    init() throws {
        try PythonSuite.start()
        thing = try made(
            "thing",
            by: """
                class Thing:
                    a = 1
                    @property
                    def broken(self): raise ValueError('broken')
                    @property
                    def hidden(self): raise AttributeError('hidden')
                thing = Thing()
                """)
    }

    @Test func `an attribute is read and written`() throws {
        try thing.setAttribute("b", to: "ß".python())

        #expect(try thing.attribute("a").text() == "1")
        #expect(try thing.attribute("b").text() == "ß")
        #expect(try thing.attributeNames().contains("b"))
    }

    @Test func `a missing attribute throws AttributeError or is nil`() throws {
        let error = try #require(throws: PythonError.self) { try thing.attribute("gone") }

        #expect(error.isKind(of: .attributeError))
        #expect(error.message.contains("'gone'"))
        #expect(try thing.attributeIfPresent("gone") == nil)
        #expect(try thing.attributeIfPresent("hidden") == nil)
        #expect(try thing.attributeIfPresent("a")?.text() == "1")
    }

    @Test func `a getter's other errors are no missing attribute`() throws {
        let error = try #require(throws: PythonError.self) {
            try thing.attributeIfPresent("broken")
        }

        #expect(error.description == "ValueError: broken")
    }

    @Test func `an attribute that cannot be set throws`() throws {
        #expect(throws: PythonError.self) { try 1.python().setAttribute("a", to: .none) }
    }
}
