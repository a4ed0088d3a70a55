import OperatorNetwork
import Testing

@MainActor @Suite struct ParameterCoercionTests {
    private func definition(_ style: ParameterStyle) -> ParameterDefinition {
        ParameterDefinition(name: "Foo", label: "Foo", style: style)
    }

    @Test(arguments: [
        (ParameterStyle.float, ParameterValue.int(3), ParameterValue.double(3)),
        (.float, .bool(true), .double(1)), (.float, .string(" 2.5 "), .double(2.5)),
        (.float, .string("1e3"), .double(1000)), (.int, .double(3.9), .int(3)),
        (.int, .double(-3.9), .int(-3)), (.int, .string("12"), .int(12)),
        (.int, .bool(true), .int(1)), (.toggle, .int(2), .bool(true)),
        (.toggle, .double(0), .bool(false)), (.toggle, .string("on"), .bool(true)),
        (.toggle, .string("Off"), .bool(false)), (.toggle, .string("0"), .bool(false)),
        (.momentary, .int(1), .bool(true)), (.str, .int(5), .string("5")),
        (.str, .double(1), .string("1.0")), (.str, .bool(true), .string("True")),
        (.str, .none, .string("None")), (.file, .string("a.py"), .string("a.py")),
        (.op, .none, .string("")), (.comp, .string("/a"), .string("/a")),
        (.pulse, .int(1), .bool(false)), (.rgb, .int(1), .double(1)),
    ])
    func `values are converted to the style`(
        style: ParameterStyle, given: ParameterValue, held: ParameterValue
    ) throws {
        #expect(try definition(style).coerce(given) == held)
    }

    @Test(arguments: [
        (ParameterStyle.float, ParameterValue.none, ParameterError.Kind.type),
        (.float, .string("abc"), .value), (.float, .string(""), .value),
        (.float, .string("0x10"), .value), (.int, .string("x"), .value),
        (.int, .double(.nan), .value), (.int, .double(.infinity), .value),
        (.int, .double(1e300), .value), (.toggle, .none, .type),
        (.toggle, .string("maybe"), .value),
        (.op, .int(3), .type), (.dat, .bool(true), .type),
    ])
    func `what a style can't hold is refused`(
        style: ParameterStyle, given: ParameterValue, kind: ParameterError.Kind
    ) {
        let error = #expect(throws: ParameterError.self) { try definition(style).coerce(given) }

        #expect(error?.kind == kind)
    }

    @Test func `refusals use Python's words`() throws {
        let none = #expect(throws: ParameterError.self) {
            try definition(.float).coerce(.none, at: "/a")
        }
        let text = #expect(throws: ParameterError.self) {
            try definition(.float).coerce(.string("abc"), at: "/a")
        }

        #expect(
            none?.message == "float() argument must be a string or a real number, not 'NoneType'")
        #expect(text?.message == "could not convert string to float: 'abc'")
        #expect(text?.path == "/a")
        #expect(text?.description.contains("'Foo' of /a") == true)
    }

    @Test func `menus take names and numbers of their entries`() throws {
        var menu = definition(.menu)
        menu.menuNames = ["low", "high"]

        #expect(try menu.coerce(.string("high")) == .string("high"))
        #expect(try menu.coerce(.int(0)) == .string("low"))
        #expect(throws: ParameterError.self) { try menu.coerce(.string("High")) }
        #expect(throws: ParameterError.self) { try menu.coerce(.int(2)) }
        #expect(throws: ParameterError.self) { try menu.coerce(.int(-1)) }
        #expect(throws: ParameterError.self) { try menu.coerce(.none) }
        #expect(try definition(.menu).coerce(.string("later")) == .string("later"))
        #expect(try definition(.strMenu).coerce(.string("any")) == .string("any"))
    }

    @Test func `values are clamped only where clamps are set`() throws {
        var float = definition(.float)
        float.minimum = -1
        float.maximum = 2
        #expect(try float.coerce(.double(9)) == .double(9))

        float.clampsMinimum = true
        float.clampsMaximum = true
        #expect(try float.coerce(.double(9)) == .double(2))
        #expect(try float.coerce(.double(-9)) == .double(-1))

        var int = definition(.int)
        int.minimum = 0.5
        int.maximum = 7.9
        int.clampsMinimum = true
        int.clampsMaximum = true
        #expect(try int.coerce(.int(0)) == .int(1))
        #expect(try int.coerce(.int(.max)) == .int(7))
        int.maximum = .infinity
        int.minimum = .nan
        #expect(try int.coerce(.int(.max)) == .int(.max))
    }
}
