/// What went wrong in a schedule.
package struct Defect: Sendable, Codable, Equatable {
    /// What kind of thing it is, in a word that programs and lessons may rely on.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case deadlock
        case invariant
        case exception
        case operatorOffMain = "operator-off-main"
        /// A thread wrote by what a value was, and another had changed it since.
        case lostUpdate = "lost-update"
        /// Two threads use the same value, one of them writes it, and nothing orders them.
        case race
        /// A queue of which less is taken in each frame than is put.
        case backlog
        case survivor
        /// A thread that nobody holds any more, since its attribute has got another one.
        case forgotten
        case blockedFrame = "blocked-frame"
        case endless
        case crash
        case uncontrolled
        /// It did not come to its end in real time, and would not if it were run again.
        case overdue

        /// The kind for people.
        package var title: String {
            switch self {
            case .deadlock: "deadlock"
            case .invariant: "invariant broken"
            case .exception: "exception"
            case .operatorOffMain: "operator off the main thread"
            case .lostUpdate: "lost update"
            case .race: "race"
            case .backlog: "queue grows"
            case .survivor: "left behind"
            case .forgotten: "thread forgotten"
            case .blockedFrame: "main thread waits"
            case .endless: "endless loop"
            case .crash: "crash"
            case .uncontrolled: "not controlled"
            case .overdue: "takes too long"
            }
        }
    }

    /// A line of the project.
    package struct Place: Sendable, Codable, Hashable {
        package let file: String
        package let line: Int
        /// The text of the line; empty when it is not known.
        package let source: String

        package init(file: String, line: Int, source: String) {
            self.file = file
            self.line = line
            self.source = source
        }
    }

    /// Where a thread stands, or stood when it went wrong.
    package struct Stack: Sendable, Codable, Equatable {
        /// The thread's name, and what it waits for.
        package let title: String
        /// Its calls, the innermost first.
        package let calls: [String]

        package init(title: String, calls: [String]) {
            self.title = title
            self.calls = calls
        }
    }

    package let kind: Kind
    /// The number of the rule that it belongs to, such as `TH206`.
    package let rule: String
    /// What happens, in one sentence.
    package let sentence: String
    package let place: Place?
    package var stacks: [Stack]
    /// Whether it is told and does no harm by itself.
    package let isAdvice: Bool
    /// What to do, in one sentence; empty when the rule's own help says it.
    package var help: String
    /// What makes it the same as another one; nil when its place does.
    private let identity: String?

    /// Describes a defect; it belongs to the rule that its kind mostly does, if none is named.
    package init(
        _ kind: Kind, _ sentence: String, rule: String? = nil, place: Place? = nil,
        stacks: [Stack] = [], help: String = "", isAdvice: Bool = false, identity: String? = nil
    ) {
        self.kind = kind
        self.rule = rule ?? DefectRule.usual(kind)
        self.sentence = Self.told(sentence)
        self.place = place
        self.stacks = stacks
        self.help = help
        self.isAdvice = isAdvice
        self.identity = identity
    }

    /// A text that fits into a report: messages of exceptions may be as long as they like, and have characters
    /// that move a terminal's cursor.
    private static func told(_ text: String) -> String {
        let isLong = text.utf8.count > mostBytes
        let short = isLong ? String(text.unicodeScalars.prefix(mostBytes / 4)) + "…" : text
        return String(
            String.UnicodeScalarView(
                short.unicodeScalars.map { scalar in
                    let isControl = scalar.properties.generalCategory == .control
                    return isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
                }))
    }

    private static let mostBytes = 4000

    /// What two defects have in common that are the same one in two schedules.
    package var key: String {
        if let identity { return "\(kind.rawValue) \(identity)" }
        guard let place else { return "\(kind.rawValue) \(sentence.filter { !$0.isNumber })" }
        return "\(kind.rawValue) \(place.file):\(place.line)"
    }
}
