import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct NativeTypeTests {
    /// What the instances of the tests carry.
    private final class Counter {
        var value: Int
        var kept: PythonObject?

        init(_ value: Int) { self.value = value }
    }

    private let type: NativeType

    init() throws {
        try PythonSuite.start()
        let holder = Holder()
        type = try NativeType(
            "test.Counter", documentation: "Counts.",
            members: [
                .property(
                    "value",
                    get: { object throws(PythonError) in try holder.of(object).value.python() },
                    set: { object, value throws(PythonError) in
                        try holder.of(object).value = Int(python: value)
                    }),
                .property(
                    "double",
                    get: { object throws(PythonError) in
                        try (holder.of(object).value * 2).python()
                    }),
                .method("add", "amount=1") { call throws(PythonError) in
                    try holder.of(call.owner).value += call.int(0)
                    return call.owner
                },
                .method("__len__") { call throws(PythonError) in
                    try holder.of(call.owner).value.python()
                },
                .method("__getitem__", "key") { call throws(PythonError) in call[0] },
                .method("__eq__", "other") { call throws(PythonError) in
                    guard let other = holder.type?.payload(of: call[0], as: Counter.self) else {
                        return .notImplemented
                    }
                    return try (holder.of(call.owner).value == other.value).python()
                },
                .method("__call__", "*rest") { call throws(PythonError) in
                    try call.rest.count.python()
                },
                .method("__repr__") { call throws(PythonError) in
                    try "Counter(\(holder.of(call.owner).value))".python()
                },
                .constant("unit", try "things".python()),
            ])
        holder.type = type
    }

    /// Where the members find the type whose payloads they read.
    private final class Holder {
        weak var type: NativeType?

        func of(_ object: PythonObject) throws(PythonError) -> Counter {
            guard let counter = type?.payload(of: object, as: Counter.self) else {
                throw PythonError(.typeError, "a Counter is needed here")
            }
            return counter
        }
    }

    @Test(arguments: [
        ("c.value", "3"), ("c.double", "6"), ("c.add(4).value", "7"), ("len(c)", "3"),
        ("c['k']", "k"), ("c()", "0"), ("c(1, 2)", "2"), ("c", "Counter(3)"), ("c == c", "True"),
        ("c == 3", "False"), ("c != 3", "True"), ("c.unit", "things"), ("type(c).unit", "things"),
        ("type(c).__name__", "Counter"), ("type(c).__module__", "test"),
        ("type(c).__doc__", "Counts."), ("type(c).add(c, amount=2).value", "5"),
        ("[setattr(c, 'value', 9), c.value][1]", "9"), ("bool(c)", "True"),
    ])
    func `its members are used as any object's`(expression: String, shown: String) throws {
        #expect(try evaluate(expression).text() == shown)
    }

    @Test(arguments: [
        ("setattr(c, 'double', 1)", "AttributeError"), ("delattr(c, 'value')", "AttributeError"),
        ("setattr(c, 'value', 'x')", "TypeError"), ("setattr(c, 'other', 1)", "AttributeError"),
        ("c.gone", "AttributeError"), ("type(c)()", "TypeError"), ("type(c).add(42)", "TypeError"),
        ("type(c).add()", "TypeError"), ("type(c).value.__get__(42)", "TypeError"),
        ("object.__new__(type(c))", "TypeError"), ("__import__('copy').copy(c)", "TypeError"),
        ("__import__('pickle').dumps(c)", "TypeError"), ("c < c", "TypeError"),
        ("len(type(c).__len__)", "TypeError"),
    ])
    func `what it does not offer is refused`(expression: String, kind: String) throws {
        let error = try #require(throws: PythonError.self) { try evaluate(expression) }

        #expect(error.typeName == kind)
    }

    @Test func `the Swift object lives as long as the instance and no longer`() throws {
        weak var seen: Counter?
        var instance: PythonObject?
        do {
            let counter = Counter(1)
            seen = counter
            instance = try type.instance(of: counter)
        }
        let during = seen != nil
        withExtendedLifetime(instance) {}
        instance = nil

        #expect(during)
        #expect(seen == nil)
    }

    @Test func `a weak reference does not keep it and hears of its end`() throws {
        let globals = try PythonSuite.globals()
        try globals.setItem("c", to: type.instance(of: Counter(1)))
        try PythonSuite.run(
            """
            import weakref
            heard = []
            reference = weakref.ref(c, heard.append)
            alive = reference() is c
            del c
            """, in: globals)

        #expect(try globals.item("alive".python()).isTrue())
        #expect(try PythonSuite.evaluate("reference() is None", in: globals).isTrue())
        #expect(try PythonSuite.evaluate("len(heard)", in: globals).text() == "1")
    }

    @Test func `a Python subclass cannot be instantiated behind Swift's back`() throws {
        let globals = try globals()
        try PythonSuite.run("class Sub(type(c)):\n    def __init__(self): pass", in: globals)

        for expression in ["Sub()", "object.__new__(Sub)", "Sub.__new__(Sub)"] {
            let error = try #require(throws: PythonError.self) {
                try PythonSuite.evaluate(expression, in: globals)
            }
            #expect(error.isKind(of: .typeError))
        }
    }

    @Test func `a circle through a Python class that holds an instance is collected`() throws {
        weak var seen: Counter?
        do {
            let counter = Counter(1)
            seen = counter
            let globals = try PythonSuite.globals()
            try globals.setItem("c", to: type.instance(of: counter))
            try PythonSuite.run(
                """
                class Box: pass
                box = Box()
                box.counter, box.box = c, box
                del c, box
                """, in: globals)
        }
        try PythonObject.module("gc").callMethod("collect")

        #expect(seen == nil)
    }

    @Test func `a type that extends another has its members and payload`() throws {
        let derived = try NativeType(
            "test.Special", base: type,
            members: [.method("special") { _ throws(PythonError) in try "yes".python() }])
        let globals = try PythonSuite.globals()
        let instance = try derived.instance(of: Counter(8))
        try globals.setItem("c", to: instance)

        #expect(
            try PythonSuite.evaluate("(c.value, c.special())", in: globals).text() == "(8, 'yes')")
        #expect(try instance.isInstance(of: type.object))
        #expect(type.isType(of: instance))
        #expect(try !derived.isType(of: type.instance(of: Counter(0))))
    }

    @Test func `the front page's example runs`() throws {
        final class Till {}
        let type = try NativeType(
            "shop.Till",
            members: [
                .method("add", "price, *, count=1") { call throws(PythonError) in
                    try (call.double(0) * Double(call.int(1))).python()
                }
            ])
        let globals = try PythonObject.dictionary()
        try globals.setItem("till", to: type.instance(of: Till()))
        let sum = PythonSource("till.add(2.5, count=4)", fileName: "shop", kind: .expression)
        let total = try Double(python: sum.run(in: globals))

        #expect(total == 10)
    }

    @Test func `a method refuses to work on an object of another type`() throws {
        for other in ["5", "object()", "type(c)"] {
            #expect(throws: PythonError.self, "\(other)") {
                try evaluate("type(c).__getitem__(\(other), 1)")
            }
        }
        #expect(try evaluate("type(c).__getitem__(c, 1)").text() == "1")
        #expect(try evaluate("type(c).add(c, 2).value").text() == "5")
    }

    @Test func `a method works on the instances of a type that extends its own`() throws {
        let derived = try NativeType("test.Special", base: type)
        let globals = try globals()
        try globals.setItem("d", to: derived.instance(of: Counter(4)))

        #expect(
            try PythonSuite.evaluate("type(c).add(d).value", in: globals).text() == "5")
    }

    @Test func `an object of another type has no payload here`() throws {
        let other = try NativeType("test.Other")

        #expect(try type.payload(of: 1.python(), as: Counter.self) == nil)
        #expect(try type.payload(of: other.instance(of: Counter(1)), as: Counter.self) == nil)
        #expect(try type.payload(of: type.instance(of: Counter(1)), as: NativeType.self) == nil)
    }

    private func globals() throws -> PythonObject {
        let globals = try PythonSuite.globals()
        try globals.setItem("c", to: type.instance(of: Counter(3)))
        return globals
    }

    private func evaluate(_ expression: String) throws -> PythonObject {
        try PythonSuite.evaluate(expression, in: globals())
    }
}
