/// The pure-Python rival: what a good Python programmer writes to run such code outside TouchDesigner.
enum MockSource {
    /// Tables, cells, a COMP and an Execute DAT's call, each guarded by the thread's identifier.
    static let text = #"""
        from threading import get_ident

        MAIN = get_ident()


        def refuse():
            raise RuntimeError('operators may be touched on the main thread only')


        class Cell:
            __slots__ = ('_table', 'row', 'col')

            def __init__(self, table, row, col):
                self._table = table
                self.row = row
                self.col = col

            @property
            def val(self):
                if get_ident() != MAIN:
                    refuse()
                return self._table._rows[self.row][self.col]

            @val.setter
            def val(self, value):
                if get_ident() != MAIN:
                    refuse()
                self._table._rows[self.row][self.col] = value if type(value) is str else str(value)


        class Table:
            __slots__ = ('_rows', 'numRows', 'numCols')

            def __init__(self, rows, columns):
                self.numRows = rows
                self.numCols = columns
                self._rows = [[''] * columns for _ in range(rows)]

            def __getitem__(self, key):
                if get_ident() != MAIN:
                    refuse()
                row, column = key
                if not (0 <= row < self.numRows and 0 <= column < self.numCols):
                    return None
                return Cell(self, row, column)


        class Comp:
            __slots__ = ('_children',)

            def __init__(self):
                self._children = {f'table{number}': Table(8, 8) for number in range(64)}

            def op(self, name):
                if get_ident() != MAIN:
                    refuse()
                return self._children.get(name)


        class Caller:
            """Calls a method by name, as the mock's frame does."""

            __slots__ = ('_target',)

            def __init__(self, target):
                self._target = target

            def call(self, name):
                if get_ident() != MAIN:
                    refuse()
                getattr(self._target, name)()


        owner = Comp()


        def op(name):
            if get_ident() != MAIN:
                refuse()
            return owner._children.get(name)
        """#
}
