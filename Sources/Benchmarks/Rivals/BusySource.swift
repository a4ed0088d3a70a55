/// Threads that compute for ever, started the same way on both sides.
nonisolated enum BusySource {
    /// What such threads do, by name.
    static let kinds = ["loops", "objects", "json", "sort", "numpy"]

    /// `start_busy_threads(count, kind)`, and `work_done()`: how much all of them have computed so far.
    static let text = #"""
        import json, random, threading

        NUMBERS = random.Random(1).sample(range(20_000), 20_000)
        RECORD = {'name': 'lamp', 'values': [number / 7 for number in range(50)]}
        done = []


        def loops():
            total = 0
            for number in range(1000):
                total += number * number


        def objects():
            [{'index': index, 'pair': (index, str(index))} for index in range(200)]


        def text():
            json.loads(json.dumps(RECORD))


        def sort():
            sorted(NUMBERS)


        def arrays():
            import numpy
            table = numpy.arange(200_000, dtype='float64')
            return lambda: numpy.sqrt(table).sum()


        def compute(work, index):
            while True:
                work()
                done[index] += 1


        def start_busy_threads(count, kind):
            kinds = {'loops': loops, 'objects': objects, 'json': text, 'sort': sort}
            work = kinds[kind] if kind in kinds else arrays()
            for index in range(count):
                done.append(0)
                threading.Thread(target=compute, args=(work, index), daemon=True).start()


        def work_done():
            return sum(done)
        """#
}
