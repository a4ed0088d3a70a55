import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct CellTypeTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        let table = try host.create(TableDAT.type, "t")
        try table.content?.setText("3\t2.5\ta\t0\t\t03\tnan\t1e3\t0x10\tinf")
        return host
    }

    @Test func `a cell acts as a number where its text is one, and as a text elsewhere`() throws {
        let host = try host()

        try host.check(
            """
            three, half, a, zero, empty = op('t').row(0)[:5]
            assert three + 1 == 4 and 1 + three == 4 and three + three == 6 and a + a == 'aa'
            assert three * half == 7.5 and -three == -3 and abs(three) == 3 and 2 ** three == 8
            assert three == 3 and three == '3' and three != 4 and a == 'a' and a != 'b' and three < 4
            assert '3' == three and 'a' + a == 'aa' and a + 'b' == 'ab' and three + 'px' == '3px'
            assert int(three) == 3 and float(half) == 2.5 and round(half) == 2 and str(three) == '3'
            assert f'{three} {half:.2f} {a:>2}' == '3 2.50  a' and len(op('t')[0, 1]) == 3
            assert [1, 2, 3, 4][three] == 4 and hash(three) == hash(3) and hash(a) == hash('a')
            assert bool(three) and not zero and not empty and bool(a)
            raises(TypeError, '', lambda: three.val + 1)
            raises(TypeError, '', lambda: a + 1)
            raises(ValueError, '', lambda: int(a))
            """)
    }

    @Test func `only decimal numbers count as numbers`() throws {
        let host = try host()

        try host.check(
            """
            padded, nan, thousand, hexadecimal, inf = op('t').row(0)[5:]
            assert padded == 3 and padded == '03' and str(padded) == '03' and thousand == 1000
            assert nan == 'nan' and nan == nan and hexadecimal == '0x10' and inf + '' == 'inf'
            """)
    }

    @Test func `an offset beyond all bounds leads to no cell`() throws {
        let host = try host()

        try host.check(
            """
            import sys
            cell = op('t')[0, 1]
            assert cell.offset(0, 1).val == 'a' and cell.offset(0, -2) is None
            for far in (sys.maxsize, -sys.maxsize - 1):
                assert cell.offset(far, 0) is None and cell.offset(0, far) is None
                assert cell.offset(far, far) is None
            """)
    }

    @Test func `a cell's methods refuse to work on anything else`() throws {
        let host = try host()

        try host.check(
            """
            class Fake: val = 'a'
            for other in (5, me, Fake(), None):
                raises(TypeError, 'offset() ', lambda: td.Cell.offset(other, 0, 0))
                raises(TypeError, 'run() ', lambda: td.Cell.run(other))
                raises(TypeError, '__repr__() ', lambda: td.Cell.__repr__(other))
            """)
    }
}
