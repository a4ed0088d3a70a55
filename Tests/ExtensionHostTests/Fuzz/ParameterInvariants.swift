@testable import OperatorNetwork

/// What holds of an operator's parameters between two calls, whatever the calls were.
@MainActor
struct ParameterInvariants {
    let node: Operator
    /// The parameters that the network knows to be in bind mode.
    let bound: Set<ObjectIdentifier>

    /// Everything that does not hold, in words; empty for sound parameters.
    var faults: [String] {
        guard node.hasParameters else { return [] }
        return (names + sequences + pages).map { "\(node.path): \($0)" }
    }

    private var names: [String] {
        var faults: [String] = []
        for parameter in node.parameters.made.all {
            let name = parameter.name
            if parameter.owner !== node || node.parameters[name] !== parameter {
                faults.append("\(name) is not found by its name")
            }
            if parameter.mode == .bind, !bound.contains(ObjectIdentifier(parameter)) {
                faults.append("\(name) is bound, and the network does not know")
            }
        }
        let custom = node.parameters.custom
        if Set(custom.map(\.name)).count != custom.count { faults.append("a custom name twice") }
        for parameter in custom where node.parameters[parameter.name] !== parameter {
            faults.append("\(parameter.name) is not found by its name")
        }
        return faults
    }

    private var sequences: [String] {
        node.parameters.sequences.flatMap { sequence in
            let size = sequence.parameter.definition.block.count
            var faults: [String] = []
            if sequence.blocks.contains(where: { $0.count != size }) {
                faults.append("\(sequence.name): \(sequence.blocks.map(\.count)) for \(size)")
            }
            if sequence.parameter.value != .int(sequence.blocks.count) {
                faults.append("\(sequence.name): \(sequence.parameter.value)")
            }
            for parameter in sequence.blocks.joined()
            where node.parameters[parameter.name] !== parameter {
                faults.append("\(parameter.name) of a block is not found by its name")
            }
            return faults
        }
    }

    private var pages: [String] {
        node.parameters.customPages.compactMap { page in
            let areNamed = page.groups.allSatisfy { group in
                group.parameters.allSatisfy { $0.definition.group == group.name }
            }
            return page.owner !== node || !areNamed ? "page \(page.name)" : nil
        }
    }
}
