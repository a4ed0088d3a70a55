import Testing
import ThreadGuard

struct FaultReportTests {
    @Test func `a call is reported with its place, its past and the way out`() {
        let report = FaultReport(FaultRecord(.example()))

        let text = report.text()

        #expect(
            text == """
                THREAD CONFLICT appendRow() of /project1/table1 was called off the main thread \
                [OperatorAccessFromThread]
                  --> fetch.py:14:5 in worker
                   |
                14 |     op('table1').appendRow(data)
                   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ called on thread "Thread-1 (worker)", frame 31
                   |
                   = started at  fetch.py:21 in start: threading.Thread(target=worker).start() (frame 2)
                   = main was    running onFrameStart of /project1/execute1, at /project1/execute1:3 \
                in onFrameStart
                help: hand the value to the main thread through a queue, and touch the operator there
                14 -     op('table1').appendRow(data)
                14 +     results.put(data)
                     on the main thread, in onFrameStart:
                   +     if not results.empty(): op('table1').appendRow(results.get_nowait())
                """)
    }

    @Test func `tabs are widened and the marks stand under the running characters`() {
        let source = "\t\tself.ownerComp.op('table1')[0, 0].val = str(result)"
        let access = Access(operatorPath: "/project1/base1", member: "op", kind: .call)
        let fault = Fault.example(source, columns: 2..<29, access: access)

        let lines = FaultReport(FaultRecord(fault)).text().split(separator: "\n")

        #expect(lines[1] == "  --> fetch.py:14:3 in worker")
        #expect(lines[3] == "14 |         self.ownerComp.op('table1')[0, 0].val = str(result)")
        #expect(lines[4].hasPrefix("   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ called on thread"))
        #expect(lines.contains("14 +         self.results.put(str(result))"))
    }

    @Test func `run() off the main thread is an advice that tells what happens elsewhere`() {
        var fault = Fault.example(
            "    run(\"op('t').clear()\", delayFrames=1)",
            access: Access(operatorPath: "", member: "run", kind: .call), rule: .runFromThread)
        fault.severity = .advice

        let text = FaultReport(FaultRecord(fault)).text()

        #expect(
            text == """
                THREAD ADVICE run() was called off the main thread [RunFromThread]
                  --> fetch.py:14:5 in worker
                   |
                14 |     run("op('t').clear()", delayFrames=1)
                   |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ called on thread "Thread-1 (worker)", \
                frame 31
                   |
                   = started at  fetch.py:21 in start: threading.Thread(target=worker).start() (frame 2)
                   = main was    running onFrameStart of /project1/execute1, at /project1/execute1:3 \
                in onFrameStart
                   = here        the call was handed to the main thread and is made in its next frame
                   = elsewhere   TouchDesigner 2025 takes such a call, damages its own state and may \
                crash later; older builds refuse it
                help: hand the call to the main thread through a queue
                14 -     run("op('t').clear()", delayFrames=1)
                14 +     calls.put(lambda: run("op('t').clear()", delayFrames=1))
                     on the main thread, in onFrameStart:
                   +     if not calls.empty(): calls.get_nowait()()
                """)
    }

    @Test func `without a source line the report still tells who and what to do`() {
        let text = FaultReport(FaultRecord(.example(nil))).text()

        #expect(
            text == """
                THREAD CONFLICT appendRow() of /project1/table1 was called off the main thread \
                [OperatorAccessFromThread]
                  --> fetch.py:14 in worker
                   = touched     on thread "Thread-1 (worker)", frame 31
                   = started at  fetch.py:21 in start: threading.Thread(target=worker).start() (frame 2)
                   = main was    running onFrameStart of /project1/execute1, at /project1/execute1:3 \
                in onFrameStart
                help: let the thread work on plain values: pass them in when it starts, put its \
                results in a queue.Queue, and use them in onFrameStart
                """)
    }

    @Test func `repeated faults of a place are folded with their count`() {
        let log = FaultLog()
        for frame in 31...150 { log.record(.example(frame: frame)) }

        let text = log.snapshot.records.map { FaultReport($0).text() }.joined()

        #expect(text.contains("\n   = repeated    120 times, last in frame 150\n"))
    }

    @Test func `a report never has more than 30 lines, however deep the stacks`() {
        var fault = Fault.example()
        let entry = StackEntry(file: "deep.py", line: 1, function: "f", source: "f()")
        fault.stack = Array(repeating: entry, count: 1000)
        fault.startedAt = fault.stack
        fault.mainStack = fault.stack

        let lines = FaultReport(FaultRecord(fault)).text().split(separator: "\n")

        #expect(lines.count <= 30)
    }

    @Test func `nothing in a name or a line moves the terminal's cursor or breaks a line`() {
        let evil = "a\u{1b}[2Jb\nc\u{202e}d"
        var fault = Fault.example("    \(evil)\(String(repeating: "x", count: 5000))")
        fault.threadName = evil
        fault.mainActivity = evil

        let report = FaultReport(FaultRecord(fault)).text()

        #expect(!report.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(report.split(separator: "\n").allSatisfy { $0.count < 500 })
        #expect(report.contains("a?[2Jb?c?d"))
        #expect(!fault.message.contains("\n"))
    }

    @Test(arguments: [0..<0, 0..<1, 27..<900, 900..<1000, 4..<5])
    func `columns that do not fit the line break nothing`(columns: Range<Int>) {
        for source in ["", " ", "    op('t').clear()", "é🙂\t)"] {
            let lines = FaultReport(FaultRecord(.example(source, columns: columns))).text()

            #expect(lines.contains("^"))
        }
    }

    @Test func `colours add nothing but colours`() {
        let report = FaultReport(FaultRecord(.example()))

        let coloured = report.text(style: .ansi)

        var plain = ""
        var isCode = false
        for character in coloured {
            if character == "\u{1b}" { isCode = true }
            if !isCode { plain.append(character) }
            if isCode, character == "m" { isCode = false }
        }
        #expect(coloured != plain)
        #expect(plain == report.text())
    }

    @Test func `a suggestion that the fault brings along is used`() {
        var fault = Fault.example()
        fault.suggestion = FixSuggestion(title: "do nothing")

        let text = FaultReport(FaultRecord(fault)).text()

        #expect(text.hasSuffix("\nhelp: do nothing"))
    }
}
