internal import Frames
internal import PythonRuntime
internal import ThreadGuard

/// Tells of a frame that does not come to its end while it still stands: what runs, where, and what for.
///
/// A thread looks now and then whether the main thread is in the same stretch of work as before. While
/// frames are on time that costs them an addition each.
enum FrameWatch {
    /// Whether the main thread is in a stretch of work; each turn of the count begins or ends one.
    private static var isWorking = false
    /// Loading may take so many times what a frame may: it imports and reads.
    private static let patienceWhileLoading = 4
    private static var said: Set<String> = []
    private static var idleness = Idleness()

    /// Starts to look, the first time that somebody asks.
    ///
    /// - Parameter seconds: How long a frame may last before it is told.
    /// - Units: seconds
    static func begin(_ seconds: Double) {
        WorkStretch.watch(seconds) { times in onNetwork { tell(times) } }
    }

    /// Notes that the main thread has begun to work.
    static func works() {
        if !isWorking { turn() }
    }

    /// Notes that the main thread waits for its next frame, or that the project has ended.
    static func waits() {
        if isWorking { turn() }
    }

    private static func turn() {
        isWorking.toggle()
        WorkStretch.turn()
    }

    /// What it has told is told again in the next project.
    static func forget() { said = [] }

    /// Tells of the stretch, once.
    ///
    /// - Parameter times: How many times the patience it has lasted.
    private static func tell(_ times: Int) {
        giveUpIfIdle(times)
        guard let host = Host.current, let patience = host.configuration.patienceWithFrames,
            times == (host.loop.frame.number == 0 ? patienceWhileLoading : 1)
        else { return }
        let stack = CodeStack.ofMainThread()
        let places = CodeStack.places(stack)
        let number = host.loop.frame.number
        var text = host.hasEnded ? "The end" : number == 0 ? "Loading" : "Frame \(number)"
        text += " stands still for \(patience * Double(times)) s: "
        text += "the main thread is \(host.activity.description)"
        if let place = places.first { text += ", at \(place)" }
        if let holder = try? PythonObject.module("understudy_threads")
            .callMethod("awaited").text(), !holder.isEmpty
        {
            text += ", \(holder)"
        }
        let entry = CodeStack.projectPart(stack).last
        guard said.insert("\(host.activity.description) \(entry?.place ?? "")").inserted else {
            return
        }
        host.chronicle.stoodStill(host.activity.description, at: places.first)
        host.textport.say("[understudy] \(text)")
    }

    /// Asks for the end of a run whose frame waits for what will not come; an end has its own time.
    private static func giveUpIfIdle(_ times: Int) {
        guard let host = Host.current, !host.hasEnded,
            let patience = host.configuration.patienceWithFrames,
            let most = host.configuration.patienceWithWaits, let giveUp = host.givesUp,
            idleness.looked(times) * patience >= most
        else { return }
        host.givesUp = nil
        let number = host.loop.frame.number
        host.textport.say(
            "[understudy] \(number == 0 ? "Loading" : "Frame \(number)") waits, and for \(most) s "
                + "nothing in this process has worked that could end the wait. The run ends here; "
                + "--clock real would wait on.")
        giveUp()
    }
}
