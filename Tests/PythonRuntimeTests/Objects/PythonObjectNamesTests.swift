import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonObjectNamesTests {
    init() throws { try PythonSuite.start() }

    @Test func `a method called by name runs, and its exception is thrown`() throws {
        let globals = try PythonSuite.run(
            """
            class Counter:
                count = 0
                def tick(self): self.count += 1
                def fail(self): raise KeyError('gone')
            counter = Counter()
            """)
        let counter = try globals.item("counter".python())

        try counter.callMethodDiscardingResult(PythonName("tick"))
        try counter.callMethodDiscardingResult(PythonName("tick"))

        #expect(try Int(python: counter.attribute("count")) == 2)
        #expect(throws: PythonError.self) {
            try counter.callMethodDiscardingResult(PythonName("fail"))
        }
        #expect(throws: PythonError.self) {
            try counter.callMethodDiscardingResult(PythonName("missing"))
        }
    }

    @Test func `a missing attribute is nil, and a getter's own exception is thrown`() throws {
        let globals = try PythonSuite.run(
            """
            class Thing:
                here = 3
                @property
                def broken(self): raise ValueError('broken')
            thing = Thing()
            """)
        let thing = try globals.item("thing".python())

        #expect(try thing.attributeIfPresent(PythonName("missing")) == nil)
        #expect(try thing.attributeIfPresent(PythonName("here")).map { try Int(python: $0) } == 3)
        #expect(throws: PythonError.self) {
            try thing.attributeIfPresent(PythonName("broken"))
        }
    }

    @Test func `a call whose result nobody wants leaves no reference behind`() throws {
        let globals = try PythonSuite.run(
            """
            import sys
            value = object()
            def give(other=None): return value
            before = sys.getrefcount(value)
            """)
        let give = try globals.item("give".python())

        for _ in 0..<10 { try give.callDiscardingResult() }
        for _ in 0..<10 { try give.callDiscardingResult(.none) }

        #expect(
            try PythonSuite.evaluate("sys.getrefcount(value) - before", in: globals).text() == "0")
    }
}
