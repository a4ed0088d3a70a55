internal import OperatorNetwork
internal import PythonRuntime

/// The members of operators that lead to their parameters.
///
/// - Source: <https://docs.derivative.ca/OP_Class>, <https://docs.derivative.ca/COMP_Class>
enum OperatorParameters {
    /// What every operator has.
    static var members: [NativeMember] { collections + lists + current + changes }

    /// What operators have that can be given parameters.
    static var customMembers: [NativeMember] {
        [
            .calling("appendCustomPage", "name") { node, call throws(PythonError) in
                try PageType.make(call.string(0), of: node)
            },
            .calling("sortCustomPages", "*pages") { node, call throws(PythonError) in
                var names: [String] = []
                for page in call.rest {
                    guard let found = try PageType.customPage(page, of: node.parameters) else {
                        throw TDErrors.error(
                            "\(node.path) has no custom page \(try page.representation()).")
                    }
                    names.append(found.name)
                }
                node.parameters.sortCustomPages(names)
                return PythonObject.none
            },
            .calling("destroyCustomPars") { node, _ in
                let count = node.parameters.custom.count
                for page in node.parameters.customPages { node.parameters.remove(page) }
                return count
            },
        ]
    }

    private static var collections: [NativeMember] {
        [
            ParameterLookup.collection,
            .reading("parGroup") { node throws(PythonError) in
                try ParGroupCollectionType.make(node)
            },
            .reading("seq") { node throws(PythonError) in try SequenceCollectionType.make(node) },
        ]
    }

    private static var lists: [NativeMember] {
        [
            .calling("pars", "*patterns") { node, call throws(PythonError) in
                var found: [Parameter] = []
                for pattern in try patterns(call) {
                    found += node.parameters.matching(pattern).filter { parameter in
                        !found.contains { $0 === parameter }
                    }
                }
                return try ParType.list(found)
            },
            .calling("parGroups", "*patterns") { node, call throws(PythonError) in
                let patterns = try patterns(call)
                return try ParGroupType.list(
                    node.parameters.groups.filter { group in
                        patterns.contains { $0.matches(group.name) }
                    })
            },
            .reading("customPars") { node throws(PythonError) in
                try ParType.list(node.parameters.custom)
            },
            .reading("builtinPars") { node throws(PythonError) in
                try ParType.list(node.parameters.builtIn)
            },
            .reading("customParGroups") { node throws(PythonError) in
                try ParGroupType.list(
                    node.parameters.groups.filter {
                        $0.parameters.first?.definition.isCustom ?? false
                    })
            },
            .reading("customTuplets") { node throws(PythonError) in
                var tuplets: [PythonObject] = []
                for group in node.parameters.groups
                where group.parameters.first?.definition.isCustom ?? false {
                    tuplets.append(try PythonObject.tuple(ParType.list(group.parameters)))
                }
                return tuplets
            },
            .member("currentPage", PageType.current) { node, value throws(PythonError) in
                node.currentPage = try PageType.name(of: value, in: node)
            },
            .reading("pages") { node throws(PythonError) in try PageType.builtIn(of: node) },
            .reading("customPages") { node throws(PythonError) in try PageType.custom(of: node) },
        ]
    }

    private static var current: [NativeMember] {
        [
            .reading("curPar") { _ throws(PythonError) in
                guard let parameter = ParameterAccess.current else { return PythonObject.none }
                return try ParType.make(parameter)
            },
            .reading("curSeq") { _ throws(PythonError) in
                try SequenceType.makeOrNone(
                    ParameterAccess.current.flatMap(ParameterPlace.sequence))
            },
            .reading("curBlock") { _ throws(PythonError) in
                guard let parameter = ParameterAccess.current,
                    parameter.definition.sequence != nil,
                    let sequence = ParameterPlace.sequence(of: parameter)
                else { return PythonObject.none }
                return try SequenceBlockType.make(sequence, parameter.definition.blockIndex)
            },
        ]
    }

    private static var changes: [NativeMember] {
        [
            .calling("copyParameters", "OP, custom=True, builtin=True") {
                node, call throws(PythonError) in
                let source = try OperatorObject.node(of: call[0])
                let (custom, builtIn) = try (call.bool(1), call.bool(2))
                node.parameters.copy(from: source.parameters, custom: custom, builtIn: builtIn)
                return PythonObject.none
            },
            .calling(
                "resetPars",
                "parNames='*', parGroupNames='*', pageNames='*', includeBuiltin=True, "
                    + "includeCustom=True"
            ) { node, call throws(PythonError) in
                let names = try (0..<3).map { index throws(PythonError) in
                    Pattern(try call.string(index))
                }
                let (builtIn, custom) = try (call.bool(3), call.bool(4))
                var changed = false
                for parameter in node.parameters.all {
                    let definition = parameter.definition
                    guard definition.isCustom ? custom : builtIn,
                        names[0].matches(definition.name), names[1].matches(definition.group),
                        names[2].matches(definition.page)
                    else { continue }
                    if parameter.reset() { changed = true }
                }
                return changed
            },
            .calling("evalExpression", "expression") { node, call throws(PythonError) in
                try Host.running.scripts.evaluate(call.string(0), me: node)
            },
        ]
    }

    private static func patterns(_ call: NativeCall) throws(PythonError) -> [Pattern] {
        guard !call.rest.isEmpty else { return [Pattern("*")] }
        var patterns: [Pattern] = []
        for pattern in call.rest { patterns.append(Pattern(try String(python: pattern))) }
        return patterns
    }
}
