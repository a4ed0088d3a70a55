import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct CellObjectTests {
    @Test func `a cell holds an exact str, whatever a value's __str__ gives`() throws {
        let host = try RunningHost()
        try host.create(TableDAT.type, "t")

        try host.check(
            """
            t = op('t')
            class Odd(str):
                def __del__(self): ended.append(t.numRows)
            class Value:
                def __str__(self): return Odd('odd')
            ended = []
            t[0, 0] = Value()
            assert type(t[0, 0].val) is str and t[0, 0].val == 'odd' and ended == [1], ended
            t[0, 0].val = Value()
            assert type(t[0, 0].val) is str and t[0, 0].val == 'odd' and ended == [1, 1], ended
            """)
    }

    @Test func `a cell of a class that a script made gives no reference of td's class away`() throws
    {
        let host = try RunningHost()
        try host.create(TableDAT.type, "t")

        try host.check(
            """
            import sys
            class Mine(td.Cell): __slots__ = ()
            def change():
                cell = op('t')[0, 0]
                cell.__class__ = Mine
            before = sys.getrefcount(td.Cell), sys.getrefcount(Mine)
            for _ in range(100): change()
            assert (sys.getrefcount(td.Cell), sys.getrefcount(Mine)) == before
            assert type(op('t')[0, 0]) is td.Cell
            """)
    }
}
