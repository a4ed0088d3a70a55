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

    /// Reads the parameters; nil when the master or the destination is missing.
    init?(_ replicator: Operator, _ host: Host) {
        guard let master = Self.operator("master", of: replicator),
            let place = Self.text("destination", of: replicator), !place.isEmpty,
            let destination = host.network.find(place, from: replicator),
            destination.type.family == .comp
        else { return nil }
        self.master = master
        self.destination = destination
        let isTable = Self.text("method", of: replicator) == "bytable"
        template = isTable ? Self.operator("template", of: replicator) : nil
        let most =
            Self.number("domaxops", of: replicator) == 0
            ? Int.max : Self.number("maxops", of: replicator)
        let wanted = isTable ? Self.rows(of: template, replicator) : Self.counted(replicator)
        names = Array(wanted.prefix(max(0, most)))
        let isSlow = Self.number("doincremental", of: replicator) != 0
        increment = isSlow ? max(1, Self.number("increment", of: replicator)) : .max
        layout = Self.text("layout", of: replicator) ?? "off"
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
        let across = Int(Double(names.count).squareRoot().rounded(.up))
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
        let prefix = text("opprefix", of: replicator) ?? ""
        let count = min(number("numreplicants", of: replicator), 100_000)
        return count < 1 ? [] : (1...count).map { "\(prefix)\($0)" }
    }

    private static func rows(of template: Operator?, _ replicator: Operator) -> [String] {
        guard let table = template?.content?.table else { return [] }
        let prefix = text("opprefix", of: replicator) ?? ""
        let first = number("ignorefirstrow", of: replicator) == 0 ? 0 : 1
        guard table.rows > first else { return [] }
        let column: Int? =
            switch text("namefromtable", of: replicator) {
            case "colbyindex": number("colindex", of: replicator)
            case "colbyname":
                (0..<table.columns).first {
                    table.text(row: 0, column: $0) == text("colname", of: replicator)
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

    private static func text(_ name: String, of node: Operator) -> String? {
        try? value(name, of: node)?.text()
    }

    private static func number(_ name: String, of node: Operator) -> Int {
        guard let value = value(name, of: node) else { return 0 }
        return (try? Int(python: value)) ?? 0
    }

    private static func value(_ name: String, of node: Operator) -> PythonObject? {
        node.parameters[name].flatMap { try? ParameterAccess.evaluate($0) }
    }
}
