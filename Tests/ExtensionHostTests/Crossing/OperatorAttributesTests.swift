import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OperatorAttributesTests {
    @Test func `a name that is no Unicode text is a missing attribute like any other`() throws {
        let host = try RunningHost()

        try host.check(
            """
            for name in ('__\\ud800', '\\ud800', 'A\\ud800', '__missing'):
                assert not hasattr(me, name)
                try: getattr(me, name)
                except AttributeError as error: assert error.__context__ is None
                try: 1 / 0
                except ZeroDivisionError as first:
                    try: getattr(me, name)
                    except AttributeError as error: assert error.__context__ is first
            """)
    }
}
