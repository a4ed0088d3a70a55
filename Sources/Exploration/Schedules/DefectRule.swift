/// Which rule of the catalogue a defect belongs to, by what is seen of it in a run.
///
/// The numbers are those of the rules' pages, which `understudy explain` shows.
package enum DefectRule {
    /// The rule of a kind of which nothing more is known.
    static func usual(_ kind: Defect.Kind) -> String {
        switch kind {
        case .deadlock: "TH206"
        case .invariant: "TH702"
        case .exception: "TH701"
        case .operatorOffMain: "TH101"
        case .lostUpdate: "TH501"
        case .race: "TH503"
        case .backlog: "TH401"
        case .survivor: "TH205"
        case .forgotten: "TH203"
        case .blockedFrame: "TH302"
        case .endless: "TH703"
        case .crash, .uncontrolled: "TH704"
        case .overdue: "TH705"
        }
    }

    /// The rule of an exception.
    ///
    /// - Parameters:
    ///   - message: Its class and what it says.
    ///   - isInThread: Whether it ended a thread, and so is seen by nobody else.
    /// - Returns: The rule's number.
    package static func exception(_ message: String, isInThread: Bool) -> String {
        let known = sayings.first { words, _ in message.contains(words) }
        if let known { return known.rule }
        let isClaim = message.hasPrefix("AssertionError")
        return isInThread && !isClaim ? "TH603" : "TH701"
    }

    /// What to do about an exception for which its rule's own help says too little.
    ///
    /// - Parameter message: Its class and what it says.
    /// - Returns: A sentence, or nil where the rule's help does.
    static func help(_ message: String) -> String? {
        guard message.contains("NoneType") else { return nil }
        return
            "There is no value in this order, only None: let the thread hand it over through a queue, "
            + "or ask for None first."
    }

    /// The rule of an access that the guard refused.
    ///
    /// - Parameters:
    ///   - rule: The guard's own name for it.
    ///   - isRead: Whether nothing was to be changed.
    /// - Returns: The rule's number.
    package static func access(_ rule: String, isRead: Bool) -> String {
        if rule == "RunFromThread" { return "TH105" }
        return isRead ? "TH102" : "TH101"
    }

    /// The rule of a wait in a frame.
    ///
    /// - Parameter call: The function that waits, such as `get` or `sleep`; empty for a lock itself.
    /// - Returns: The rule's number.
    package static func frameWait(_ call: String) -> String {
        switch call {
        case "get", "put": "TH301"
        case "sleep", "outside": "TH303"
        case "", "acquire": "TH304"
        default: "TH302"
        }
    }

    /// The rule of a wait that never ends.
    ///
    /// - Parameters:
    ///   - wait: What is waited for, in words.
    ///   - isInFrame: Whether the main thread waits.
    /// - Returns: The rule's number.
    package static func vainWait(_ wait: String, isInFrame: Bool) -> String {
        let known = waits.first { words, _ in wait.hasPrefix(words) }
        guard let known else { return isInFrame ? "TH302" : "TH204" }
        return known.rule == "TH204" && isInFrame ? "TH301" : known.rule
    }

    /// Every rule that a defect may belong to.
    package static var all: Set<String> {
        let calls = ["get", "sleep", "", "join"]
        return Set(Defect.Kind.allCases.map(usual) + calls.map(frameWait))
            .union(waits.map(\.rule)).union(sayings.map(\.rule))
            .union(["TH102", "TH105", "TH302", "TH502", "TH504", "TH603"])
    }

    private static let waits: [(words: String, rule: String)] = [
        ("the end of", "TH206"), ("an event loop", "TH306"), ("an event", "TH207"),
        ("a condition", "TH507"),
        ("an item of a queue", "TH204"), ("room in a queue", "TH204"),
        ("a future", "TH510"), ("a pool", "TH510"), ("a connection", "TH608"),
        ("a program", "TH209"), ("a lock that it has itself", "TH509"), ("a lock", "TH505"),
    ]

    /// What CPython says when threads do what a rule forbids.
    private static let sayings: [(words: String, rule: String)] = [
        ("THREAD CONFLICT", "TH101"),
        // The attribute that None lacks is another's: there was no value yet, or none any more.
        ("NoneType", "TH701"),
        ("changed size during iteration", "TH508"), ("mutated during iteration", "TH508"),
        // So does a name that a module's text has not come to yet.
        ("AttributeError: module ", "TH701"), ("has no attribute", "TH601"),
        ("cannot set daemon status", "TH202"), ("threads can only be started once", "TH203"),
        ("un-acquired lock", "TH507"), ("release unlocked lock", "TH505"),
        ("must be an iterable, not", "TH607"), ("event loop is already running", "TH306"),
        ("from a running event loop", "TH306"),
        ("_queue.Empty", "TH403"), ("queue.Empty", "TH403"), ("queue.Full", "TH402"),
    ]
}
