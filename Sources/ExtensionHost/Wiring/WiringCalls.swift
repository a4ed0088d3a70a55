internal import OperatorNetwork

/// The Execute DAT that makes the calls of a default wiring.
struct WiringCalls {
    private var start: [String] = []
    private var frame: [String] = []
    private var exit: [String] = []
    private let hasStandIns: Bool
    /// What the DAT does, to follow its path.
    private(set) var announcements: [String] = []

    init(_ plan: WiringPlan, dat: Operator) {
        hasStandIns = !plan.undefined.isEmpty
        for name in plan.undefined {
            // Among Python's built-ins it is there before the script's first line, and whatever the
            // script defines itself goes before it.
            start.append("\tbuiltins.\(name) = stand_in('\(name)')")
            announcements.append(
                "makes a stand-in for \(name)(), which is called but defined nowhere")
        }
        for plan in plan.classes {
            let instance = "parent().ext.\(plan.name)"
            // Making the extension is the first thing that happens, as a use of it would.
            start.append("\t\(instance)")
            for method in plan.starts {
                start.append("\t\(instance).\(method)()")
                announcements.append("calls \(plan.name).\(method)() once, in onStart")
            }
            for method in plan.polls {
                frame.append("\t\(instance).\(method)()")
                announcements.append("calls \(plan.name).\(method)() each frame, in onFrameStart")
            }
            for method in plan.stops {
                exit.append("\t\(instance).\(method)()")
                announcements.append("calls \(plan.name).\(method)() at the end, in onExit")
            }
        }
        if plan.classes.isEmpty { addScript(plan, dat) }
    }

    private mutating func addScript(_ plan: WiringPlan, _ dat: Operator) {
        guard !plan.callbacks.isEmpty else {
            // Its module runs with the first callback.
            guard plan.servers.isEmpty else { return }
            start.append("\top('\(dat.name)').run()")
            announcements.append("runs \(dat.name) once, in onStart")
            return
        }
        let calls: [(String, WritableKeyPath<Self, [String]>, String)] = [
            ("onStart", \.start, "()"), ("onCreate", \.start, "()"), ("onExit", \.exit, "()"),
            ("onFrameStart", \.frame, "(frame)"),
        ]
        for (name, lines, arguments) in calls where plan.callbacks.contains(name) {
            self[keyPath: lines].append("\top('\(dat.name)').module.\(name)\(arguments)")
            announcements.append("calls \(dat.name)'s \(name)")
        }
    }

    /// Whether there is nothing to call.
    var isEmpty: Bool { start.isEmpty && frame.isEmpty && exit.isEmpty }

    /// The parameters to switch on.
    var toggles: [String] {
        [("start", start), ("framestart", frame), ("exit", exit)]
            .filter { !$0.1.isEmpty }.map(\.0)
    }

    /// The DAT's text.
    var text: String {
        var parts = hasStandIns ? [Self.standIn] : []
        if !start.isEmpty { parts.append("def onStart():\n\(start.joined(separator: "\n"))\n") }
        if !frame.isEmpty {
            parts.append("def onFrameStart(frame):\n\(frame.joined(separator: "\n"))\n")
        }
        if !exit.isEmpty { parts.append("def onExit():\n\(exit.joined(separator: "\n"))\n") }
        return parts.joined(separator: "\n")
    }

    private static let standIn = """
        import builtins

        def stand_in(name):
        \ttold = []
        \tdef call(*args, **kwargs):
        \t\tif not told:
        \t\t\ttold.append(name)
        \t\t\tprint(f'[stand-in] {name}() is called but defined nowhere; a text is returned instead')
        \t\treturn f'stand-in for {name}()'
        \treturn call

        """
}
