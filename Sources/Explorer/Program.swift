internal import CSchedule
internal import Exploration
internal import Foundation

/// The program behind `understudy verify` and `understudy replay`.
///
/// It alone carries the control over threads and time. What it is to do and what came of it are JSON.
@main
enum Program {
    static func main() {
        // Addresses order sets and dictionaries of objects, so they must be the same in each replay.
        // SAFETY: the arguments are handed on as they are, before anybody changes them.
        CSchedule_fixAddresses(CommandLine.unsafeArgv)
        takeOneThread()
        CSchedule_endWithParent()
        CSchedule_closeInherited()
        guard CommandLine.arguments.count == 1, let channel = Channel() else {
            let line = "This program is a part of understudy verify; it is not called by itself.\n"
            try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
            exit(2)
        }
        channel.answer(answer(channel))
        // Threads of the project's are not waited for.
        _exit(0)
    }

    /// Keeps libraries of numbers from starting threads of their own when they are imported: they are
    /// none of the project's, spin in C, and a load that starts threads is made anew in each schedule.
    private static func takeOneThread() {
        for library in ["OPENBLAS", "OMP", "MKL", "NUMEXPR", "BLIS"] {
            setenv("\(library)_NUM_THREADS", "1", 1)
        }
        // OpenCV's would wait for each other in C.
        setenv("OPENCV_FOR_THREADS_NUM", "1", 1)
    }

    private static func answer(_ channel: Channel) -> ExplorerAnswer {
        guard CSchedule_begin() else {
            return .refused(
                "Threads can be controlled on Linux only; understudy check works everywhere.")
        }
        let options = channel.question.options
        do {
            let session = try Session(options, channel)
            if let move = options.move { return .played(session.play(move)) }
            guard let file = options.replay else { return .explored(session.explore()) }
            return session.replay(file)
        } catch {
            return .refused("\(error)")
        }
    }
}
