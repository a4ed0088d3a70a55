import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct StandardConversionsTests {
    init() throws { try PythonSuite.start() }

    @Test(arguments: [0, 1, -1, 255, 256, 257, Int(Int32.max) + 1, .max, .min])
    func `whole numbers go there and back`(number: Int) throws {
        #expect(try number.python().text() == "\(number)")
        #expect(try Int(python: number.python()) == number)
    }

    @Test(arguments: ["2 ** 63", "-2 ** 63 - 1", "10 ** 400"])
    func `an int that does not fit is an OverflowError`(expression: String) throws {
        let object = try PythonSuite.evaluate(expression)

        let error = try #require(throws: PythonError.self) { try Int(python: object) }

        #expect(error.isKind(of: .overflowError))
    }

    @Test func `what has an index is a whole number and a float is not`() throws {
        let indexed = try made("x", by: "class X:\n    def __index__(self): return 7\nx = X()")

        #expect(try Int(python: indexed) == 7)
        #expect(try Int(python: true.python()) == 1)
        #expect(throws: PythonError.self) { try Int(python: 1.5.python()) }
        #expect(throws: PythonError.self) { try Int(python: "1".python()) }
    }

    @Test(arguments: [
        0.0, -0.0, 1.5, .pi, .infinity, -.infinity, .greatestFiniteMagnitude,
        .leastNonzeroMagnitude,
    ])
    func `numbers go there and back`(number: Double) throws {
        let back = try Double(python: number.python())

        #expect(back.bitPattern == number.bitPattern)
    }

    @Test func `not a number stays not a number`() throws {
        #expect(try Double(python: Double.nan.python()).isNaN)
        #expect(try Double.nan.python().text() == "nan")
    }

    @Test func `a float is read as float() reads it`() throws {
        let huge = try PythonSuite.evaluate("10 ** 400")

        #expect(try Double(python: " 1e3 ".python()) == 1000)
        #expect(try Double(python: 3.python()) == 3)
        let text = try #require(throws: PythonError.self) { try Double(python: "x".python()) }
        let overflow = try #require(throws: PythonError.self) { try Double(python: huge) }
        #expect(text.isKind(of: .valueError))
        #expect(overflow.isKind(of: .overflowError))
        #expect(throws: PythonError.self) { try Double(python: .none) }
    }

    @Test(arguments: ["", "a", "ß", "日本", "👩‍👩‍👧", "a\0b", "e\u{301}", "\u{10FFFF}"])
    func `texts go there and back`(text: String) throws {
        let object = try text.python()

        #expect(try Array(String(python: object).unicodeScalars) == Array(text.unicodeScalars))
        #expect(try object.count() == text.unicodeScalars.count)
    }

    @Test(arguments: [
        (#"'a\ud800b'"#, "a\u{FFFD}b"), (#"'\udcff\udcfe'"#, "\u{FFFD}\u{FFFD}"),
        (#"'ä\udfff'"#, "ä\u{FFFD}"),
    ])
    func `a lone surrogate becomes one replacement character`(
        expression: String, text: String
    ) throws {
        #expect(try String(python: PythonSuite.evaluate(expression)) == text)
    }

    @Test func `only a str is a text`() throws {
        let error = try #require(throws: PythonError.self) { try String(python: 1.python()) }

        #expect(error.description == "TypeError: a str is needed here, not int")
    }

    @Test func `truth values are Python's own two objects`() throws {
        #expect(try true.python().isIdentical(to: PythonSuite.evaluate("True")))
        #expect(try Bool(python: "".python()) == false)
        #expect(try Bool(python: [0].python()) == true)
    }

    @Test func `nil is None, both ways`() throws {
        #expect(try Int?.none.python().isNone)
        #expect(try Int?.some(3).python().text() == "3")
        #expect(try Int?(python: .none) == nil)
        #expect(try Int?(python: 3.python()) == 3)
        #expect(throws: PythonError.self) { try Int?(python: "x".python()) }
    }

    @Test func `arrays are lists, and read from anything that iterates`() throws {
        #expect(try [[1], []].python().representation() == "[[1], []]")
        #expect(try [Int](python: PythonSuite.evaluate("range(3)")) == [0, 1, 2])
        #expect(throws: PythonError.self) { try [Int](python: PythonSuite.evaluate("[1, 'a']")) }
    }

    @Test func `dictionaries with text keys go there and back, sorted`() throws {
        let python = try ["b": 1, "a": 2].python()

        #expect(try python.representation() == "{'a': 2, 'b': 1}")
        #expect(try [String: Int](python: python) == ["a": 2, "b": 1])
        #expect(throws: PythonError.self) {
            try [String: Int](python: PythonSuite.evaluate("{1: 1}"))
        }
        #expect(throws: PythonError.self) { try [String: Int](python: 1.python()) }
    }

    @Test func `bytes are read as they are`() throws {
        #expect(try [UInt8](bytes: PythonSuite.evaluate(#"b'\x00\xff'"#)) == [0, 255])
        #expect(throws: PythonError.self) { try [UInt8](bytes: "a".python()) }
    }
}
