internal import OperatorNetwork
internal import PythonRuntime

/// The conditions of one `findChildren` call.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>
struct ChildSearch {
    private let type: PythonObject?
    private let name: Pattern?
    private let path: Pattern?
    private let depth: Int?
    private let maximumDepth: Int?
    private let text: Pattern?
    private let comment: Pattern?
    private let tags: [Pattern]
    private let needsAllTags: Bool
    private let parameterValue: Pattern?
    private let parameterExpression: Pattern?
    private let parameterName: Pattern?
    private let onlyNonDefaults: Bool
    private let includesUtility: Bool
    private let predicate: PythonObject?

    init(_ call: NativeCall) throws(PythonError) {
        type = call[0].isNone ? nil : call[0]
        name = try Self.pattern(call[1])
        path = try Self.pattern(call[2])
        depth = try call[3].isNone ? nil : call.int(3)
        maximumDepth = try call[4].isNone ? nil : call.int(4)
        text = try Self.pattern(call[5])
        comment = try Self.pattern(call[6])
        tags = try call[7].isNone ? [] : [String](python: call[7]).map { Pattern($0) }
        needsAllTags = try call.bool(8)
        parameterValue = try Self.pattern(call[9])
        parameterExpression = try Self.pattern(call[10])
        parameterName = try Self.pattern(call[11])
        onlyNonDefaults = try call.bool(12)
        includesUtility = try call.bool(13)
        predicate = call[14].isNone ? nil : call[14]
    }

    private static func pattern(_ value: PythonObject) throws(PythonError) -> Pattern? {
        try value.isNone ? nil : Pattern(String(python: value))
    }

    /// The descendants that meet all conditions, in network order.
    func run(in node: Operator) throws(PythonError) -> [Operator] {
        let deepest = min(depth ?? .max, maximumDepth ?? .max)
        let walk = OperatorWalk(from: node, deepest: deepest, includingUtility: includesUtility)
        var found: [Operator] = []
        for step in walk where depth == nil || step.depth == depth {
            let child = step.operator
            guard matches(child) else { continue }
            let object = try OperatorObject.object(of: child)
            if let type, try !isInstance(object, child, of: type) { continue }
            if let predicate, try !predicate.call(object).isTrue() { continue }
            found.append(child)
        }
        return found
    }

    private func isInstance(
        _ object: PythonObject, _ child: Operator, of type: PythonObject
    ) throws(PythonError) -> Bool {
        if type.isString { return try String(python: type) == child.type.name }
        return try object.isInstance(of: type)
    }

    private func matches(_ child: Operator) -> Bool {
        if let name, !name.matches(child.name) { return false }
        if let path, !path.matches(child.path) { return false }
        if let comment, !comment.matches(child.comment) { return false }
        if let text, !(child.content.map { text.matches($0.text) } ?? false) { return false }
        return matchesTags(child) && matchesParameters(child)
    }

    private func matchesTags(_ child: Operator) -> Bool {
        guard !tags.isEmpty else { return true }
        func isThere(_ pattern: Pattern) -> Bool { child.tags.contains { pattern.matches($0) } }
        return needsAllTags ? tags.allSatisfy(isThere) : tags.contains(where: isThere)
    }

    private func matchesParameters(_ child: Operator) -> Bool {
        guard parameterName != nil || parameterValue != nil || parameterExpression != nil else {
            return true
        }
        return child.parameters.all.contains { parameter in
            if onlyNonDefaults, parameter.isDefault { return false }
            if let parameterName, !parameterName.matches(parameter.name) { return false }
            if let parameterValue, !parameterValue.matches(parameter.value.text) { return false }
            if let parameterExpression, !parameterExpression.matches(parameter.expression) {
                return false
            }
            return true
        }
    }
}
