internal import OperatorNetwork
internal import PythonRuntime

/// The members of `td.COMP` about what stands inside, and about its place among COMPs.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>
enum COMPContents {
    static var members: [NativeMember] { children + shortcuts + variables + hierarchy + flags }

    private static var children: [NativeMember] {
        [
            .reading("currentChild") { node throws(PythonError) in
                try OperatorObject.objectOrNone(
                    of: node.children.first { $0.flags.contains(.current) })
            },
            .reading("selectedChildren") { node in
                node.children.filter { $0.flags.contains(.selected) }
            },
            .calling("layout", "ops=None, horizontal=None, vertical=None, gridRows=0") {
                node, call throws(PythonError) in
                var nodes = node.children
                if !call[0].isNone {
                    nodes = []
                    for element in try call[0].elements() {
                        nodes.append(try OperatorObject.node(of: element))
                    }
                }
                let rows = try call.int(3)
                let kinds = try [call.bool(1), call.bool(2), rows > 0]
                guard kinds.filter(\.self).count <= 1 else {
                    throw TDErrors.error(
                        "Only one of horizontal, vertical or gridRows can be specified.")
                }
                NodeLayout.arrange(
                    nodes, rows: kinds[0] ? 1 : kinds[1] ? nodes.count : kinds[2] ? rows : nil)
                return PythonObject.none
            },
        ]
            + HeadlessMembers.marked(
                "no editor shows this network, and no GPU holds anything of it",
                [
                    .reading("progressiveUnloader") { _ in PythonObject.none },
                    OPSession.nothing("resetNetworkView", "recurse=False"),
                    OPSession.nothing(
                        "progressiveUnload",
                        "totalFrames=None, timePerFrame=None, nodesPerFrame=None, "
                            + "gpuMemPerFrame=None, opsToExclude=None"),
                ])
    }

    private static var shortcuts: [NativeMember] {
        [
            .reading("internalOPs") { node throws(PythonError) in
                let found = try PythonObject.dictionary()
                for (name, target) in try Shortcuts.internals(of: node) {
                    try found.setItem(name, to: OperatorObject.objectOrNone(of: target))
                }
                return found
            },
            .reading("internalPars") { node throws(PythonError) in
                let found = try PythonObject.dictionary()
                for (name, target) in try Shortcuts.internals(of: node) {
                    try found.setItem(
                        name, to: target.map(ParCollectionType.make) ?? PythonObject.none)
                }
                return found
            },
        ]
    }

    private static var variables: [NativeMember] {
        [
            .calling("setVar", "name, value") { node, call throws(PythonError) in
                try ComponentVariables.set(call.string(0), to: call[1].text(), of: node)
                return PythonObject.none
            },
            .calling("unsetVar", "name") { node, call throws(PythonError) in
                try ComponentVariables.remove(call.string(0), of: node)
                return PythonObject.none
            },
            .calling("vars", "*patterns") { node, call throws(PythonError) in
                var patterns: [Pattern] = []
                for pattern in call.rest { patterns.append(Pattern(try String(python: pattern))) }
                return ComponentVariables.names(
                    of: node, matching: patterns.isEmpty ? [Pattern("*")] : patterns)
            },
        ]
    }

    private static var hierarchy: [NativeMember] {
        [
            .reading("inputCOMPs") { [$0.componentAbove].compactMap { $0 } },
            .reading("outputCOMPs") { $0.componentsBelow },
            .reading("inputCOMPConnectors") { node throws(PythonError) in
                try ConnectorType.all(node, .top)
            },
            .reading("outputCOMPConnectors") { node throws(PythonError) in
                try ConnectorType.all(node, .bottom)
            },
        ]
    }

    private static var flags: [NativeMember] {
        [
            OPType.flag("componentCloneImmune", .componentCloneImmune),
            OPType.flag("pickable", .pickable),
            OPType.flag("utility", .utility),
        ]
    }
}
