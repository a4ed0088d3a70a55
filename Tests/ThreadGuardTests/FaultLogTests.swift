internal import Synchronization
import Testing
import ThreadGuard

struct FaultLogTests {
    @Test func `faults of one place are folded and the first is kept`() {
        let log = FaultLog()

        let counts = [5, 9, 7].map { log.record(.example(frame: $0)) }

        let snapshot = log.snapshot
        #expect(counts == [1, 2, 3])
        #expect(snapshot.records.count == 1)
        #expect(snapshot.records.first?.count == 3)
        #expect(snapshot.records.first?.fault.frame == 5)
        #expect(snapshot.records.first?.lastFrame == 7)
    }

    @Test func `line, operator, member and kind each make a place of their own`() {
        let log = FaultLog()
        let accesses = [
            Access(operatorPath: "/a", member: "x", kind: .read),
            Access(operatorPath: "/a", member: "x", kind: .write),
            Access(operatorPath: "/a", member: "y", kind: .read),
            Access(operatorPath: "/b", member: "x", kind: .read),
        ]

        for access in accesses { log.record(.example(access: access)) }
        log.record(.example(access: accesses[0], line: 15))

        #expect(log.snapshot.records.map(\.count) == [1, 1, 1, 1, 1])
    }

    @Test func `places keep the order in which they first occurred`() {
        let log = FaultLog()

        for line in [3, 1, 2, 1, 3] { log.record(.example(line: line)) }

        #expect(log.snapshot.records.map { $0.fault.offender?.line } == [3, 1, 2])
    }

    @Test func `a full log counts what it cannot list`() {
        let log = FaultLog(limit: 2)

        let counts = [1, 2, 3, 3, 1].map { log.record(.example(line: $0)) }

        let snapshot = log.snapshot
        #expect(counts == [1, 1, 0, 0, 2])
        #expect(snapshot.records.count == 2)
        #expect(snapshot.faultCount == 5)
        #expect(snapshot.unlistedCount == 2)
    }

    @Test func `advices are counted apart`() {
        let log = FaultLog()
        var advice = Fault.example(rule: .runFromThread)
        advice.severity = .advice

        log.record(advice)
        log.record(.example())

        #expect(log.adviceCount == 1)
        #expect(log.faultCount == 1)
    }

    @Test func `no fault is lost when many threads record at once`() async {
        let heard = Mutex(0)
        let log = FaultLog(limit: 50) { _, _ in heard.withLock { $0 += 1 } }

        await withTaskGroup(of: Void.self) { group in
            for task in 0..<16 {
                group.addTask {
                    for turn in 0..<500 { log.record(.example(line: (task + turn) % 100)) }
                }
            }
        }

        let snapshot = log.snapshot
        #expect(snapshot.faultCount == 8000)
        #expect(snapshot.records.count == 50)
        #expect(snapshot.records.reduce(0) { $0 + $1.count } + snapshot.unlistedCount == 8000)
        #expect(heard.withLock { $0 } == 8000)
    }

    @Test func `an observer may ask the log`() {
        let log = FaultLog()
        let seen = Mutex<[Int]>([])
        log.setObserver { [unowned log] _, count in
            let total = log.faultCount
            seen.withLock { $0 += [total, count] }
        }

        log.record(.example())
        log.record(.example())
        log.setObserver(nil)
        log.record(.example())

        #expect(seen.withLock { $0 } == [1, 1, 2, 2])
    }
}
