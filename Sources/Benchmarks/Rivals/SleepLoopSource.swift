/// The rival of the frame loop: a program of plain Python that calls a function at a rate.
enum SleepLoopSource {
    /// Takes rate, busy threads and seconds, and prints the lateness of each frame in nanoseconds.
    static let text = #"""
        import sys, threading, time

        \#(MockSource.text)

        \#(busyThreads)

        rate, count, seconds = float(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
        table = owner._children['table0']


        def on_frame_start():
            for row in range(8):
                table[row, 0].val = 'x'


        start_busy_threads(count)
        period = 1 / rate
        begin = time.perf_counter() + 0.2
        late, frame = [], 0
        while frame < seconds * rate:
            due = begin + frame * period
            pause = due - time.perf_counter()
            if pause > 0:
                time.sleep(pause)
            now = time.perf_counter()
            late.append(max(0, int((now - due) * 1e9)))
            frame = max(frame, int((now - begin) / period)) + 1
            on_frame_start()
        print(*late, flush=True)
        import os
        os._exit(0)
        """#

    /// Threads that compute for ever, started the same way on both sides.
    static let busyThreads = #"""
        import threading


        def compute():
            total = 0
            while True:
                for number in range(1000):
                    total += number * number


        def start_busy_threads(count):
            for _ in range(count):
                threading.Thread(target=compute, daemon=True).start()
        """#
}
