@testable import OperatorNetwork

/// What holds of every network between two calls, whatever the calls were.
@MainActor
struct NetworkInvariants {
    let network: Network

    /// Everything that does not hold, in words; empty in a sound network.
    var faults: [String] {
        let all = [network.root] + network.root.descendants.map(\.operator)
        var faults: [String] = []
        if Set(all.map(\.id)).count != all.count {
            faults.append("an operator stands in two places")
        }
        if all.count != network.count {
            faults.append("\(network.count) operators are known, and \(all.count) can be reached")
        }
        let bound = Set(network.boundParameters.map(ObjectIdentifier.init))
        for node in all {
            faults += (tree(node) + wires(node) + ties(node)).map { "\(node.path): \($0)" }
            faults += ParameterInvariants(node: node, bound: bound).faults
        }
        faults += cooking(all)
        for name in network.globalShortcutHolders.names
        where network.operator(withGlobalShortcut: name)?.isValid != true {
            faults.append("the shortcut \(name) leads to a dead operator")
        }
        return faults
    }

    private func tree(_ node: Operator) -> [String] {
        var faults: [String] = []
        if !node.isValid || node.isBeingDestroyed { faults.append("dead, and still there") }
        if node.network !== network || network.operator(withID: node.id) !== node {
            faults.append("not known by its number")
        }
        if node !== network.root, node.parent?.child(named: node.name) !== node {
            faults.append("its parent does not find it by its name")
        }
        if node !== network.root, !OperatorName(node.name).isLegal {
            faults.append("its name is illegal")
        }
        let names = node.children.map(\.name)
        if Set(names).count != names.count { faults.append("two children have one name") }
        if node.children.contains(where: { $0.parent !== node }) {
            faults.append("a child has another parent")
        }
        if !node.children.isEmpty, node.type.family != .comp {
            faults.append("children in no COMP")
        }
        if let content = node.ownContent, content.table.rows < 0 || content.table.columns < 0 {
            faults.append("a table of a size below nothing")
        }
        return faults
    }

    private func wires(_ node: Operator) -> [String] {
        var faults: [String] = []
        if let last = node.wiring.inputs.last, last == nil {
            faults.append("a gap after all wires")
        }
        for (input, end) in node.wiring.inputs.enumerated() {
            guard let end else { continue }
            let source = network.operator(withID: end.id)
            let ends = source?.wiring.outputs.filter { output, target in
                output == end.index && target == Wiring.End(id: node.id, index: input)
            }
            if ends?.count != 1 { faults.append("input \(input) is wired at one end only") }
            if source?.parent !== node.parent { faults.append("input \(input) leads elsewhere") }
        }
        for (output, end) in node.wiring.outputs {
            let target = network.operator(withID: end.id)
            let inputs = target?.wiring.inputs ?? []
            let back = inputs.indices.contains(end.index) ? inputs[end.index] : nil
            if back != Wiring.End(id: node.id, index: output) {
                faults.append("output \(output) is wired at one end only")
            }
        }
        return faults
    }

    private func ties(_ node: Operator) -> [String] {
        var faults: [String] = []
        let isTied = node.wiring.above.map { above in
            network.operator(withID: above)?.wiring.below.filter { $0 == node.id }.count == 1
        }
        let isDocked = node.wiring.dock.map { dock in
            network.operator(withID: dock)?.wiring.docked.filter { $0 == node.id }.count == 1
        }
        if isTied == false { faults.append("tied at one end only") }
        if isDocked == false { faults.append("docked at one end only") }
        for below in node.wiring.below
        where network.operator(withID: below)?.wiring.above != node.id {
            faults.append("tied to what does not know it")
        }
        for docked in node.wiring.docked
        where network.operator(withID: docked)?.wiring.dock != node.id {
            faults.append("holds a dock that does not know it")
        }
        let others = [node.componentAbove, node.dock].compactMap { $0 }
        if others.contains(where: { $0.parent !== node.parent }) {
            faults.append("tied or docked to an operator that stands elsewhere")
        }
        return faults
    }

    /// The nodes of the cook graph that an operator and its parameters have.
    private func cookNodes(of node: Operator) -> [(String, CookNode)] {
        let made = node.hasParameters ? node.parameters.made.all : []
        let parameters = made.compactMap { parameter in
            parameter.node.map { ("\(node.path) \(parameter.name)", $0) }
        }
        guard let cook = node.madeCook else { return parameters }
        return parameters + [
            ("\(node.path) output", cook.output), ("\(node.path) identity", cook.identity),
            ("\(node.path) attributes", cook.attributes),
        ]
    }

    private func cooking(_ all: [Operator]) -> [String] {
        var readers: [ObjectIdentifier: Set<ObjectIdentifier>] = [:]
        func isRead(_ source: CookNode, by reader: CookNode) -> Bool {
            let own = ObjectIdentifier(source)
            let known = readers[own] ?? Set(source.readers.map(ObjectIdentifier.init))
            readers[own] = known
            return known.contains(ObjectIdentifier(reader))
        }
        var faults: [String] = []
        for (name, node) in all.flatMap(cookNodes) {
            if node.isCooking || node.isBeingChecked { faults.append("\(name) cooks for ever") }
            for source in node.sources {
                if !isRead(source.node, by: node) {
                    faults.append("\(name) depends on what does not know of it")
                }
                guard !node.isDirty else { continue }
                if source.node.isDirty {
                    faults.append("\(name) is clean, and what it depends on is not")
                } else if source.version != source.node.version, node.failure == nil {
                    faults.append("\(name) is clean, and was made from something older")
                }
            }
            for reader in node.readers
            where !reader.isDirty && !reader.sources.contains(where: { $0.node === node }) {
                faults.append("\(name) tells one that does not depend on it")
            }
        }
        for node in all where node.madeCook?.isRunning == true {
            faults.append("\(node.path) cooks for ever")
        }
        return faults
    }
}
