/// The Python code whose speed is measured: the same text over three different `op` and `owner`.
enum LoopSource {
    /// Functions that repeat one access and return the thread's time for all of them.
    static let text = #"""
        from time import thread_time_ns as now


        def empty(count):
            begin = now()
            for _ in range(count):
                pass
            return now() - begin


        def read_cell(count):
            t = op('table1')
            begin = now()
            for _ in range(count):
                t[0, 0].val
            return now() - begin


        def write_cell(count):
            t = op('table1')
            begin = now()
            for _ in range(count):
                t[0, 0].val = 'x'
            return now() - begin


        def find(count):
            begin = now()
            for _ in range(count):
                op('table1')
            return now() - begin


        class Extension:
            def __init__(self, ownerComp):
                self.ownerComp = ownerComp

            def find(self, count):
                begin = now()
                for _ in range(count):
                    self.ownerComp.op('table1')
                return now() - begin

            def CheckResults(self):
                pass


        def onFrameStart(frame):
            return


        extension = Extension(owner)
        find_in_owner = extension.find
        """#

    /// The mock's call of an extension's method, made from Python as its frame makes it.
    static let calls = #"""
        caller = Caller(extension)


        def call_method(count):
            begin = now()
            for _ in range(count):
                caller.call('CheckResults')
            return now() - begin
        """#
}
