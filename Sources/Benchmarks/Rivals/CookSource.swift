/// The graph that a Python programmer writes for values that depend on each other: flags for what is
/// dirty, and a list instead of recursion, which ends at a depth of a thousand.
nonisolated enum CookSource {
    static let python = """
        from time import perf_counter_ns as now


        class Value:
            __slots__ = ('rule', 'sources', 'readers', 'value', 'dirty')

            def __init__(self, rule, *sources):
                self.rule, self.sources, self.readers = rule, sources, []
                self.value, self.dirty = None, True
                for source in sources:
                    source.readers.append(self)

            def change(self, rule):
                self.rule = rule
                stack = [self]
                while stack:
                    value = stack.pop()
                    if not value.dirty:
                        value.dirty = True
                        stack += value.readers


        def look(last):
            begin, evaluated = now(), 0
            stack = [last] if last.dirty else []
            while stack:
                value = stack[-1]
                late = [source for source in value.sources if source.dirty]
                if late:
                    stack += late
                    continue
                stack.pop()
                if value.dirty:
                    value.value = value.rule(*[source.value for source in value.sources])
                    value.dirty = False
                    evaluated += 1
            return evaluated, now() - begin


        def chain(count):
            values = [Value(lambda: 0)]
            for _ in range(count - 1):
                values.append(Value(lambda w: w + 1, values[-1]))
            looks = [look(values[-1]), look(values[-1])]
            values[0].change(lambda: 7)
            looks.append(look(values[-1]))
            values[-10].change(lambda w: w + 2)
            return [*looks, look(values[-1])]


        def fan(count):
            sources = [Value(lambda: 0) for _ in range(count)]
            total = Value(lambda *all: sum(all), *[Value(lambda w: w + 1, s) for s in sources])
            looks = [look(total), look(total)]
            sources[count // 2].change(lambda: 7)
            return [*looks, look(total)]
        """
}
