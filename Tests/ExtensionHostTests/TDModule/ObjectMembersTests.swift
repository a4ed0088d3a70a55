import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ObjectMembersTests {
    private static let helpers = """
        import tdu
        def near(matrix, *point, of=(0, 0, 0)):
            found = matrix * tdu.Position(*of)
            assert all(abs(a - b) < 1e-6 for a, b in zip(found, point)), list(found)
        one = op('/').create(geometryCOMP, 'one')

        """

    @Test func `the Xform page scales, turns and moves about the pivot in its orders`() throws {
        try RunningHost().check(
            Self.helpers + """
                one.par.tx, one.par.rz, one.par.sx, one.par.scale = 5, 90, 2, 3
                near(one.transform(), 5, 6, 0, of=(1, 0, 0))
                one.par.xord = 'trs'
                near(one.transform(), 0, 18, 0, of=(1, 0, 0))
                one.par.xord, one.par.px = 'srt', 1
                near(one.localTransform, 6, 0, 0, of=(1, 0, 0))
                one.par.rx, one.par.ry, one.par.rz, one.par.rord = 90, 90, 0, 'yxz'
                one.par.px, one.par.sx, one.par.scale, one.par.tx = 0, 1, 1, 0
                near(one.transform(), 0, 1, 0, of=(1, 0, 0))
                one.par.rord = 'xyz'
                near(one.transform(), 0, 0, -1, of=(1, 0, 0))
                """)
    }

    @Test func `the Pre-Xform page stands to the left while it is on`() throws {
        try RunningHost().check(
            Self.helpers + """
                one.par.tx, one.par.prz, one.par.pty = 1, 90, 10
                near(one.localTransform, 1, 0, 0)
                near(one.preTransform(), 0, 10, 0)
                one.par.pxform = True
                near(one.localTransform, 0, 11, 0)
                near(one.transform(), 1, 0, 0)
                """)
    }

    @Test func `parents are what is wired above, else what is around, or as a parameter says`()
        throws
    {
        try RunningHost().check(
            Self.helpers + """
                inner = one.create(nullCOMP, 'inner')
                other = op('/').create(nullCOMP, 'other')
                one.par.tx, inner.par.ty, other.par.tz = 1, 2, 3
                near(inner.worldTransform, 1, 2, 0)
                above = one.create(cameraCOMP, 'above')
                above.par.tz = 7
                inner.inputCOMPConnectors[0].connect(above)
                near(inner.worldTransform, 1, 2, 7)
                inner.par.parentxformsrc, inner.par.parentobject = 'specify', '/other'
                near(inner.worldTransform, 0, 2, 3)
                inner.par.parentxformsrc = 'worldorigin'
                near(inner.worldTransform, 0, 2, 0)
                near(op('/').create(baseCOMP).create(lightCOMP).worldTransform, 0, 0, 0)
                """)
    }

    @Test func `a matrix that is set is read again`() throws {
        try RunningHost().check(
            Self.helpers + """
                matrix = tdu.Matrix()
                matrix.scale(2, 3, 4); matrix.rotate(10, 20, 30); matrix.translate(1, 2, 3)
                one.par.px, one.par.scale, one.par.rord = 5, 9, 'zxy'
                one.setTransform(matrix)
                assert all(abs(a - b) < 1e-5 for a, b in zip(one.transform().vals, matrix.vals))
                one.setPreTransform(matrix)
                assert all(abs(a - b) < 1e-5 for a, b in zip(one.preTransform().vals, matrix.vals))
                """)
    }

    @Test func `what is not computed is refused by its name`() throws {
        try RunningHost().check(
            Self.helpers + """
                one.par.parentxformsrc, one.par.parentobject = 'specify', '/one'
                why = 'The transform of /one (geometryCOMP) is not to be had: '
                raises(td.tdError, why + '/one is a parent of itself.', lambda: one.worldTransform)
                other = op('/').create(nullCOMP, 'other')
                one.par.lookat = '/other'
                raises(
                    td.tdError, why + 'its parameter lookat is set, which is not computed here.',
                    lambda: one.localTransform)
                one.par.xord = 'trs'
                order = "its parameter xord is not 'srt', the only order taken apart here."
                raises(td.tdError, why + order, lambda: one.setTransform(tdu.Matrix()))
                """)
    }
}
