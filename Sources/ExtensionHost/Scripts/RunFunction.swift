internal import OperatorNetwork
internal import PythonRuntime
internal import ThreadGuard
private import Synchronization

/// The global function `run()`.
///
/// Off the main thread it is judged first: unless the guard is strict, the call is handed to the main
/// thread and made at the start of the next frame's runs.
///
/// - Source: <https://docs.derivative.ca/Run_Command_Examples>
enum RunFunction {
    /// A call that another thread handed over.
    nonisolated struct HandedOver: Sendable {
        let script: PythonObject
        let arguments: [PythonObject]
        let options: [(name: String, value: PythonObject)]
        /// The path of the script that called.
        let caller: String?
    }

    nonisolated private static let handedOver = Mutex<[HandedOver]>([])

    static func run(_ call: NativeCall) throws(PythonError) -> PythonObject {
        guard Interpreter.isMainThread else {
            try Guardian.judgeRun()
            let path = onNetwork { CallingScript.me()?.path }
            let waiting = HandedOver(
                script: call[0], arguments: call.rest, options: call.keywords, caller: path)
            handedOver.withLock { $0.append(waiting) }
            return .none
        }
        return try Host.running.runs.run(
            call[0], call.rest, call.keywords, me: CallingScript.me())
    }

    /// Makes the calls that other threads handed over; each that fails is reported by itself.
    static func callHandedOver(_ report: (PythonError) -> Void) {
        let calls = handedOver.withLock { waiting in
            let taken = waiting
            waiting = []
            return taken
        }
        for call in calls {
            do throws(PythonError) {
                let host = try Host.running
                let me = call.caller.flatMap {
                    host.network.find($0, from: host.network.root)
                }
                _ = try host.runs.run(call.script, call.arguments, call.options, me: me)
            } catch {
                report(error)
            }
        }
    }
}
