package import OperatorNetwork

/// Makes the operators of a project in a network.
///
/// - Thread: main
@MainActor
package struct NetworkBuilder {
    private let network: Network
    private let tolerance = Tolerance()

    /// What was left out of networks that TouchDesigner exported; it knew what is not known here.
    package var notices: [ProjectNotice] { tolerance.notices }

    /// Chooses where to build.
    ///
    /// - Parameter network: A network, empty or not.
    package init(_ network: Network) {
        self.network = network
    }

    /// Makes everything: first all operators with their parameters and content, then the wires and
    /// docks, which need to find both ends.
    ///
    /// - Parameter project: The project as plain data.
    /// - Returns: The project's target COMP.
    /// - Throws: `ProjectError` with file and line, for an unknown operator type or parameter value, or
    ///   an end of a wire that is not there.
    /// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md>
    package func build(_ project: ProjectDescription) throws(ProjectError) -> Operator {
        tolerance.isOn = project.isExported
        var place = network.root
        let names = project.networkPath.split(separator: "/").map(String.init)
        for (index, name) in names.enumerated() {
            if let known = place.child(named: name) {
                place = known
                continue
            }
            let isLast = index == names.count - 1
            let type = isLast ? project.target.type : "baseCOMP"
            place = try create(name, type, in: place, project.target.place)
        }
        try makeInside(of: place, project.target)
        return place
    }

    /// Makes a project's COMP, with everything inside, in another COMP.
    ///
    /// - Parameters:
    ///   - project: The project as plain data.
    ///   - parent: The COMP that the new one is put in.
    /// - Returns: The new COMP; it is named as in its file, numbered when that is taken.
    /// - Throws: `ProjectError` as `build` does; then nothing is left of the new COMP.
    package func add(
        _ project: ProjectDescription, to parent: Operator
    ) throws(ProjectError) -> Operator {
        tolerance.isOn = project.isExported
        let target = project.target
        let name = target.name.isEmpty ? project.name : target.name
        let made = try create(
            OperatorName.valid(from: name, fallback: "base1"), target.type, in: parent,
            target.place)
        do throws(ProjectError) {
            try makeInside(of: made, target)
        } catch {
            try? network.destroy(made)
            throw error
        }
        return made
    }

    private func makeInside(
        of place: Operator, _ target: OperatorDescription
    ) throws(ProjectError) {
        var made: [(OperatorDescription, Operator)] = []
        try fill(place, target, &made)
        for (description, node) in made { try connect(node, description) }
    }

    private func create(
        _ name: String, _ type: String, in parent: Operator, _ at: SourcePlace
    ) throws(ProjectError) -> Operator {
        guard let type = network.catalog[type] else {
            let alike = network.catalog.names.first { $0.lowercased() == type.lowercased() }
            throw ProjectError(
                file: at.file, line: at.line,
                reason: "The operator '\(name)' has the type '\(type)', which is not known here.",
                suggestion: alike.map { "It is spelled \($0)." }
                    ?? "Types are spelled as in TouchDesigner, such as textDAT or noiseTOP.")
        }
        return try changing(at) { () throws(NetworkError) in
            try network.create(type, named: name, in: parent)
        }
    }

    private func fill(
        _ node: Operator, _ description: OperatorDescription,
        _ made: inout [(OperatorDescription, Operator)]
    ) throws(ProjectError) {
        made.append((description, node))
        try ParameterBuilder(node, tolerance).build(description)
        setLooks(of: node, description)
        setFlags(of: node, description)
        node.startStorage = description.storage + description.startupStorage
        try setContent(of: node, description)
        for child in description.children {
            let inside = try tolerance.attempt { () throws(ProjectError) in
                try create(child.name, child.type, in: node, child.place)
            }
            if let inside { try fill(inside, child, &made) }
        }
        for annotation in description.annotations {
            let inside = try tolerance.attempt { () throws(ProjectError) in
                try create(annotation.name, annotation.type, in: node, annotation.place)
            }
            guard let inside else { continue }
            try fill(inside, annotation, &made)
            inside.flags.insert(.utility)
        }
    }

    private func setContent(
        of node: Operator, _ description: OperatorDescription
    ) throws(ProjectError) {
        guard let content = description.content else { return }
        guard let target = node.ownContent else {
            throw ProjectError(
                file: description.place.file, line: description.place.line,
                reason: "\(node.path) is a \(node.type.name), which holds no text or table.",
                suggestion: "Give the content to a DAT.")
        }
        try changing(description.contentPlace ?? description.place) { () throws(NetworkError) in
            switch content {
            case .text(let text): try target.setText(text)
            case .table(let rows): try target.setRows(rows)
            }
        }
        node.origin = description.contentPlace.map { SourceOrigin(file: $0.file, line: $0.line) }
    }

    private func setLooks(of node: Operator, _ description: OperatorDescription) {
        if let position = description.position, position.count == 2 {
            (node.nodeX, node.nodeY) = (whole(position[0]), whole(position[1]))
        }
        if let size = description.size, size.count == 2 {
            (node.nodeWidth, node.nodeHeight) = (whole(size[0]), whole(size[1]))
        }
        if let color = description.color, color.count == 3 {
            node.color = OperatorColor(red: color[0], green: color[1], blue: color[2])
        }
        node.comment = description.comment ?? node.comment
        node.tags = Set(description.tags)
    }

    private func setFlags(of node: Operator, _ description: OperatorDescription) {
        let flags: [String: OperatorFlags] = [
            "bypass": .bypass, "lock": .lock, "display": .display, "render": .render,
            "viewer": .viewer, "expose": .expose, "allowCooking": .allowCooking,
        ]
        for setting in description.flags {
            guard let flag = flags[setting.name] else { continue }
            if setting.isOn { node.flags.insert(flag) } else { node.flags.remove(flag) }
        }
    }

    private func connect(
        _ node: Operator, _ description: OperatorDescription
    ) throws(ProjectError) {
        for (index, name) in description.inputs.enumerated() {
            guard let name else { continue }
            try tolerance.attempt { () throws(ProjectError) in
                let found = try find(name, beside: node, description.place, "input \(index)")
                let (output, source) = plug(of: found, beside: node)
                try changing(description.place) { () throws(NetworkError) in
                    try network.connect(output: output, of: source, toInput: index, of: node)
                }
            }
        }
        for name in description.compInputs.compactMap(\.self) {
            try tolerance.attempt { () throws(ProjectError) in
                let above = try find(name, beside: node, description.place, "COMP input")
                try changing(description.place) { () throws(NetworkError) in
                    try network.tie(node, below: above)
                }
            }
        }
        if let name = description.dock {
            try tolerance.attempt { () throws(ProjectError) in
                let dock = try find(name, beside: node, description.place, "dock")
                try changing(description.place) { () throws(NetworkError) in
                    try network.dock(node, to: dock)
                }
            }
        }
    }

    /// The output that an operator gives; an Out operator inside of a sibling gives one of the sibling's.
    private func plug(of found: Operator, beside node: Operator) -> (output: Int, Operator) {
        guard let owner = found.parent, owner.parent === node.parent, owner !== node.parent,
            let output = owner.outOperators.firstIndex(where: { $0 === found })
        else { return (0, found) }
        return (output, owner)
    }

    private func find(
        _ name: String, beside node: Operator, _ at: SourcePlace, _ purpose: String
    ) throws(ProjectError) -> Operator {
        let finder = OperatorFinder(network)
        if let found = finder.find(name, seenFrom: node, includingUtility: true) { return found }
        throw ProjectError(
            file: at.file, line: at.line,
            reason: "The \(purpose) of \(node.path) names '\(name)', which is not there.",
            suggestion: "Name a sibling, or give a path.")
    }

    private func whole(_ number: Double) -> Int {
        number.isFinite ? Int(max(-1e9, min(1e9, number.rounded()))) : 0
    }
}

/// Runs a change of the network; its refusal names the line that asked for it.
@MainActor
func changing<Result>(
    _ place: SourcePlace, _ body: () throws(NetworkError) -> Result
) throws(ProjectError) -> Result {
    do throws(NetworkError) {
        return try body()
    } catch {
        throw ProjectError(
            file: place.file, line: place.line, reason: error.description, suggestion: "")
    }
}
