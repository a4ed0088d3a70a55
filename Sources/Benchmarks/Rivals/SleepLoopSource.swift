/// The rival of the frame loop: a program of plain Python that calls a function at a rate.
enum SleepLoopSource {
    /// Takes rate, busy threads, what these do, and seconds; prints what the threads have done in a second,
    /// then the lateness of each frame in nanoseconds.
    static let text = #"""
        import sys, threading, time

        \#(MockSource.text)

        \#(BusySource.text)

        rate, count, kind, seconds = float(sys.argv[1]), int(sys.argv[2]), sys.argv[3], float(sys.argv[4])
        table = owner._children['table0']


        def on_frame_start():
            for row in range(8):
                table[row, 0].val = 'x'


        start_busy_threads(count, kind)
        period = 1 / rate
        begin = time.perf_counter() + 0.2
        late, frame, before = [], 0, work_done()
        while frame < seconds * rate:
            due = begin + frame * period
            pause = due - time.perf_counter()
            if pause > 0:
                time.sleep(pause)
            now = time.perf_counter()
            late.append(max(0, int((now - due) * 1e9)))
            frame = max(frame, int((now - begin) / period)) + 1
            on_frame_start()
        print((work_done() - before) / (time.perf_counter() - begin + 0.2), *late, flush=True)
        import os
        os._exit(0)
        """#
}
