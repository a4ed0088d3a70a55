import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct OperatorAttributesTests {
    /// CPython remembers no lookup of a long name, so that each one looks through the types anew.
    @Test func `a name that is no Unicode text, or long, is a missing attribute like any other`()
        throws
    {
        let host = try RunningHost()

        try host.check(
            """
            long = ('x' * 200, '__' + 'x' * 200 + '__', '\\u00e4' * 150)
            for name in ('__\\ud800', '\\ud800', 'A\\ud800', '__missing', *long):
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
