import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct PythonObjectTests {
    init() throws { try PythonSuite.start() }

    @Test func `a Swift reference counts as one reference and gives it back`() throws {
        let object = try PythonSuite.evaluate("object()")
        let before = try object.referenceCount

        // SAFETY: the object is alive.
        var other: PythonObject? = PythonObject(unsafeRetaining: object.unsafePointer)
        let during = try object.referenceCount
        withExtendedLifetime(other) {}
        other = nil

        #expect(during == before + 1)
        #expect(try object.referenceCount == before)
    }

    @Test func `a reference given to C is a new one, and one taken over is not`() throws {
        let object = try PythonSuite.evaluate("object()")
        let before = try object.referenceCount

        // SAFETY: what is taken is given back two lines below.
        let raw = object.unsafeTake()
        let given = try object.referenceCount
        // SAFETY: the reference of the line above is given away here.
        var back: PythonObject? = PythonObject(unsafeStealing: raw)
        let taken = try object.referenceCount
        #expect(back?.isIdentical(to: object) == true)
        back = nil

        #expect(given == before + 1)
        #expect(taken == given)
        #expect(try object.referenceCount == before)
    }

    @Test func `the last reference going away runs the finaliser at once`() throws {
        let globals = try PythonSuite.run(
            """
            gone = []
            class Thing:
                def __del__(self): gone.append(1)
            """)
        let type = try globals.item("Thing".python())

        var thing: PythonObject? = try type.call()
        let before = try globals.item("gone".python()).count()
        withExtendedLifetime(thing) {}
        thing = nil

        #expect(before == 0)
        #expect(try globals.item("gone".python()).count() == 1)
    }

    @Test func `singletons are known for what they are`() throws {
        #expect(PythonObject.none.isNone)
        #expect(try PythonSuite.evaluate("None").isNone)
        #expect(try !PythonSuite.evaluate("0").isNone)
        let notImplemented = try PythonSuite.evaluate("NotImplemented")
        #expect(PythonObject.notImplemented.isIdentical(to: notImplemented))
    }

    @Test func `singletons can be retained and let go for ever`() throws {
        for _ in 0..<200_000 {
            _ = PythonObject.none
            _ = try true.python()
        }

        #expect(try PythonSuite.evaluate("None is None and True").isTrue())
    }

    @Test(arguments: [
        ("[]", false), ("[0]", true), ("0.0", false), ("'a'", true), ("None", false),
    ])
    func `truth is Python's truth`(expression: String, isTrue: Bool) throws {
        #expect(try PythonSuite.evaluate(expression).isTrue() == isTrue)
    }

    @Test func `a truth that raises throws what it raised`() throws {
        let object = try made(
            "x", by: "class X:\n    def __bool__(self): raise KeyError('no')\nx = X()")

        let error = try #require(throws: PythonError.self) { try object.isTrue() }

        #expect(error.description == "KeyError: 'no'")
    }

    @Test func `equal objects are equal and one object equals itself`() throws {
        let nan = try Double.nan.python()

        #expect(try 1.python().isEqual(to: 1.0.python()))
        #expect(try !1.python().isEqual(to: "1".python()))
        #expect(try nan.isEqual(to: nan))
        #expect(try !nan.isEqual(to: (-Double.nan).python()))
    }

    @Test func `instances are told by class and by tuples of classes`() throws {
        let types = try PythonSuite.evaluate("(str, int)")

        #expect(try true.python().isInstance(of: types))
        #expect(try !1.5.python().isInstance(of: types))
        #expect(throws: PythonError.self) { try 1.python().isInstance(of: 1.python()) }
    }

    @Test func `text and representation are str and repr`() throws {
        let text = try "ä'".python()

        #expect(try text.text() == "ä'")
        #expect(try text.representation() == "\"ä'\"")
        #expect(try text.type.representation() == "<class 'str'>")
    }
}
