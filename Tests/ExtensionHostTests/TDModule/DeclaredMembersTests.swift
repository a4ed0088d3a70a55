import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct DeclaredMembersTests {
    @Test func `reading what only a GPU could give raises and names why`() throws {
        let host = try RunningHost()

        try host.check(
            """
            noise = parent().create(noiseTOP)
            raises(tdError, "width of /project1/noise1 (noiseTOP) is not to be had: no picture is made",
                   lambda: noise.width)
            raises(tdError, "numpyArray() of /project1/noise1 (noiseTOP) is not to be had",
                   lambda: noise.numpyArray(delayed=True))
            assert not hasattr(noise, 'nonsense')
            raises(tdError, '', lambda: hasattr(noise, 'width'))
            """)
    }

    @Test func `a wrong call fails as a wrong call`() throws {
        let host = try RunningHost()

        try host.check(
            """
            noise = parent().create(noiseTOP)
            raises(TypeError, "numpyArray() got an unexpected keyword argument 'late'",
                   lambda: noise.numpyArray(late=True))
            raises(TypeError, "save() missing required argument: 'filepath'", lambda: noise.save())
            """)
    }

    @Test func `what is declared says so in its documentation`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert noiseTOP.__doc__.startswith('Declared: Noise')
            assert TOP.width.__doc__.startswith('Declared: no picture')
            assert TOP.numpyArray.__doc__.startswith('Declared: ')
            assert textDAT.__doc__ == 'Text' and OP.path.__doc__ is None
            assert TOP.isTOP is OP.isTOP
            """)
    }
}
