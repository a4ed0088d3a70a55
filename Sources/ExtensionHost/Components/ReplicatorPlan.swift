internal import OperatorNetwork
internal import PythonRuntime

/// Which replicants a Replicator COMP asks for now.
///
/// - Source: <https://docs.derivative.ca/Replicator_COMP>
struct ReplicatorPlan: @MainActor Equatable {
    let master: Operator
    let destination: Operator
    let template: Operator?
    let names: [String]
    /// How many may be made in one frame.
    let increment: Int
    private let layout: String
    private let origin: (Int, Int)

    /// Reads the parameters.
    ///
    /// - Returns: Nil while no master or no destination is asked for.
    /// - Throws: `CookFailure` when one is asked for that is not there.
    init?(_ replicator: Operator, _ host: Host) throws(CookFailure) {
        let (wanted, place) = (
            replicator.text(of: "master"), replicator.text(of: "destination")
        )
        guard !wanted.isEmpty, !place.isEmpty else { return nil }
        guard let master = Self.operator("master", of: replicator) else {
            throw CookFailure("Master Operator (master) names no operator: '\(wanted)'.")
        }
        guard let destination = host.network.find(place, from: replicator),
            destination.type.family == .comp
        else { throw CookFailure("Destination (destination) names no COMP: '\(place)'.") }
        self.master = master
        self.destination = destination
        let isTable = replicator.text(of: "method") == "bytable"
        template = isTable ? Self.operator("template", of: replicator) : nil
        let most =
            Self.number("domaxops", of: replicator) == 0
            ? Int.max : Self.number("maxops", of: replicator)
        let all = isTable ? Self.rows(of: template, replicator) : Self.counted(replicator)
        names = Array(all.prefix(max(0, most)))
        let isSlow = Self.number("doincremental", of: replicator) != 0
        increment = isSlow ? max(1, Self.number("increment", of: replicator)) : .max
        layout = replicator.text(of: "layout")
        origin = (
            Self.number("layoutorigin1", of: replicator),
            Self.number("layoutorigin2", of: replicator)
        )
    }

    static func == (one: ReplicatorPlan, other: ReplicatorPlan) -> Bool {
        one.master === other.master && one.destination === other.destination
            && one.names == other.names
    }

    /// Where the replicant of a number stands; nil leaves it where its master does.
    func place(_ index: Int, of node: Operator) -> (Int, Int)? {
        let (width, height) = (node.nodeWidth &+ 20, node.nodeHeight &+ 20)
        let across = Int(clamping: Double(names.count).squareRoot().rounded(.up))
        switch layout {
        case "horizontal": return (origin.0 &+ index &* width, origin.1)
        case "vertical": return (origin.0, origin.1 &- index &* height)
        case "grid":
            return (origin.0 &+ index % across &* width, origin.1 &- index / across &* height)
        default: return nil
        }
    }

    /// The operator that a parameter names.
    static func `operator`(_ name: String, of node: Operator) -> Operator? {
        guard let value = value(name, of: node) else { return nil }
        return OperatorObject.node(ofAny: value)
    }

    private static func counted(_ replicator: Operator) -> [String] {
        let prefix = replicator.text(of: "opprefix")
        let count = min(number("numreplicants", of: replicator), 100_000)
        return count < 1 ? [] : (1...count).map { "\(prefix)\($0)" }
    }

    private static func rows(of template: Operator?, _ replicator: Operator) -> [String] {
        guard let table = template?.content?.table else { return [] }
        let prefix = replicator.text(of: "opprefix")
        let first = number("ignorefirstrow", of: replicator) == 0 ? 0 : 1
        guard table.rows > first else { return [] }
        let column: Int? =
            switch replicator.text(of: "namefromtable") {
            case "colbyindex": number("colindex", of: replicator)
            case "colbyname":
                (0..<table.columns).first {
                    table.text(row: 0, column: $0) == replicator.text(of: "colname")
                } ?? -1
            default: nil
            }
        let names = (first..<table.rows).map { row in
            let own = column.map { table.text(row: row, column: $0) ?? "" } ?? "\(row)"
            return String(
                (prefix + own).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        }
        // Two rows of one name make one replicant.
        var seen: Set<String> = []
        return names.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private static func number(_ name: String, of node: Operator) -> Int {
        guard let value = value(name, of: node) else { return 0 }
        return (try? Int(python: value)) ?? 0
    }

    private static func value(_ name: String, of node: Operator) -> PythonObject? {
        node.parameters[name].flatMap { try? ParameterAccess.evaluate($0) }
    }
}
