/// The Python code that grows large trees and walks them: of operators, and of plain objects.
nonisolated enum NetworkSource {
    static let common = """
        from time import perf_counter_ns as now
        NAMES = ('file', 'syncfile', 'loadonstart', 'write', 'language',
                 'extension', 'customext', 'wordwrap', 'edit', 'defaultreadencoding')

        """

    static let ours = """
        def build(size):
            top = parent().create(baseCOMP, 'trees')
            start = now()
            for group in range(size // 100):
                comp = top.create(baseCOMP, f'g{group}')
                for leaf in range(99):
                    pars = comp.create(textDAT, f't{leaf}').par
                    for name in NAMES:
                        pars[name]
            return now() - start, top

        def look(top, size):
            paths = [f'{top.path}/g{g}/t{t}' for g in range(size // 100) for t in range(99)]
            start = now()
            for path in paths:
                op(path)
            return now() - start

        def find(top, size):
            start = now()
            assert len(top.findChildren(type=textDAT)) == size // 100 * 99
            return now() - start

        def depend(top, size):
            for comp in top.children:
                par = comp.op('t8').par.customext
                par.expr = "op('t7').par.customext + '!'"
                par.eval()

        def change(top, size):
            pars = [comp.op('t7').par.customext for comp in top.children]
            start = now()
            for par in pars:
                par.val = 'x'
            return now() - start

        def pull(top, size):
            pars = [comp.op('t8').par.customext for comp in top.children]
            start = now()
            for par in pars:
                assert par.eval() == 'x!'
            return now() - start

        def clear(top):
            top.destroy()
        """

    static let python = """
        class Par:
            readers, rule, dirty = (), None, False

            def __init__(self, owner, name):
                self.owner, self.name, self.val = owner, name, ''

            def set(self, value):
                self.val = value
                for reader in self.readers:
                    reader.dirty = True

            def eval(self):
                if self.dirty:
                    self.val, self.dirty = self.rule(), False
                return self.val

        class Node:
            def __init__(self, parent, name):
                self.parent, self.name, self.pars, self.children = parent, name, {}, {}
                if parent is not None:
                    parent.children[name] = self

        def build(size):
            top = Node(None, 'trees')
            start = now()
            for group in range(size // 100):
                comp = Node(top, f'g{group}')
                for leaf in range(99):
                    node = Node(comp, f't{leaf}')
                    for name in NAMES:
                        node.pars[name] = Par(node, name)
            return now() - start, top

        def look(top, size):
            paths = [f'g{g}/t{t}' for g in range(size // 100) for t in range(99)]
            start = now()
            for path in paths:
                node = top
                for name in path.split('/'):
                    node = node.children[name]
            return now() - start

        def find(top, size):
            start = now()
            found, queue = [], [top]
            while queue:
                node = queue.pop()
                found.append(node)
                queue.extend(node.children.values())
            assert len(found) > size // 100 * 99
            return now() - start

        def depend(top, size):
            for comp in top.children.values():
                source, reader = (comp.children[n].pars['customext'] for n in ('t7', 't8'))
                reader.rule, reader.dirty = (lambda source=source: source.eval() + '!'), True
                source.readers = [reader]
                reader.eval()

        def change(top, size):
            pars = [comp.children['t7'].pars['customext'] for comp in top.children.values()]
            start = now()
            for par in pars:
                par.set('x')
            return now() - start

        def pull(top, size):
            pars = [comp.children['t8'].pars['customext'] for comp in top.children.values()]
            start = now()
            for par in pars:
                assert par.eval() == 'x!'
            return now() - start

        def clear(top):
            top.children.clear()
        """
}
