internal import OperatorNetwork
internal import PythonRuntime

/// The members of `td.Par` that tell what a parameter is, apart from its value.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParDefinition {
    static var members: [NativeMember] { identity + ranges + menus + looks + defaults + tests }

    /// A part of the definition, which scripts may change on custom parameters.
    private static func defining<Value: PythonConvertible & PythonConstructible & Sendable>(
        _ name: String, _ part: WritableKeyPath<ParameterDefinition, Value>
    ) -> NativeMember {
        ParType.member(name, { $0.definition[keyPath: part] }) {
            parameter, value throws(PythonError) in
            let new = try Value(python: value)
            try redefine(parameter) { $0[keyPath: part] = new }
        }
    }

    /// A part of the definition that a bound range takes from its master.
    private static func ranging<Value: PythonConvertible & PythonConstructible & Sendable>(
        _ name: String, _ part: WritableKeyPath<ParameterDefinition, Value>
    ) -> NativeMember {
        ParType.member(
            name, { ParameterBinding.definition(of: $0)[keyPath: part] }
        ) { parameter, value throws(PythonError) in
            let new = try Value(python: value)
            try redefine(parameter) { $0[keyPath: part] = new }
        }
    }

    private static func redefine(
        _ parameter: Parameter, _ change: (inout ParameterDefinition) -> Void
    ) throws(PythonError) {
        try ParameterAccess.checked { () throws(ParameterError) in
            try parameter.redefine(change)
        }
    }

    private static var identity: [NativeMember] {
        [
            ParType.member("name", { $0.name }) { parameter, value throws(PythonError) in
                try ParameterPlace.rename(parameter, to: value.text())
            },
            defining("label", \.label),
            ParType.reading("subLabel") { String($0.definition.suffix) },
            ParType.reading("style") { $0.style.rawValue },
            ParType.reading("owner") { parameter throws(PythonError) in
                try OperatorObject.objectOrNone(of: parameter.owner)
            },
            ParType.member("page", PageType.page) { parameter, value throws(PythonError) in
                try ParameterPlace.move(ParameterPlace.group(of: parameter), to: value)
            },
            ParType.member("order", { $0.definition.order }) {
                parameter, value throws(PythonError) in
                try ParameterPlace.setOrder(
                    of: ParameterPlace.group(of: parameter), to: Double(python: value))
            },
            ParType.reading("index") { parameter in
                parameter.owner?.parameters.all.firstIndex { $0 === parameter } ?? -1
            },
            ParType.reading("vecIndex") { $0.definition.componentIndex },
            ParType.reading("parGroup") { parameter throws(PythonError) in
                try ParGroupType.make(ParameterPlace.group(of: parameter))
            },
            ParType.reading("tuplet") { parameter throws(PythonError) in
                try PythonObject.tuple(
                    ParType.list(ParameterPlace.group(of: parameter).parameters))
            },
            ParType.reading("tupletName") { $0.definition.group },
            ParType.reading("sequence") { parameter throws(PythonError) in
                try SequenceType.makeOrNone(ParameterPlace.sequence(of: parameter))
            },
            ParType.reading("sequenceBlock") { parameter throws(PythonError) in
                guard parameter.definition.sequence != nil,
                    let sequence = ParameterPlace.sequence(of: parameter)
                else { return PythonObject.none }
                return try SequenceBlockType.make(sequence, parameter.definition.blockIndex)
            },
            .property("valid") { par throws(PythonError) in
                let parameter = TDModule.types.par.payload(of: par, as: Parameter.self)
                return try (parameter?.isValid ?? false).python()
            },
        ]
    }

    private static var ranges: [NativeMember] {
        [
            ranging("min", \.minimum),
            ranging("max", \.maximum),
            ranging("clampMin", \.clampsMinimum),
            ranging("clampMax", \.clampsMaximum),
            ranging("normMin", \.normMinimum),
            ranging("normMax", \.normMaximum),
            defining("bindRange", \.bindsRange),
        ]
    }

    private static var menus: [NativeMember] {
        [defining("menuSource", \.menuSource)]
            + [ParameterMenu.Part.names, .labels].map { part in
                ParType.member(
                    part.rawValue,
                    { parameter throws(PythonError) in
                        guard ParameterMenu.isMenu(parameter) else { return PythonObject.none }
                        return try ParameterMenu.entries(part, of: parameter)
                    }
                ) { parameter, value throws(PythonError) in
                    var entries: [String] = []
                    for entry in try value.elements() { entries.append(try entry.text()) }
                    try ParameterAccess.checked { () throws(ParameterError) in
                        guard part == .names else {
                            return try parameter.redefine { $0.menuLabels = entries }
                        }
                        try parameter.setMenuNames(entries)
                    }
                }
            }
    }

    private static var looks: [NativeMember] {
        [
            defining("readOnly", \.isReadOnly),
            ParType.member("enable", ParameterPlace.isEnabled) {
                parameter, value throws(PythonError) in
                let isEnabled = try value.isTrue()
                try redefine(parameter) { $0.isEnabled = isEnabled }
            },
            ParType.member("enableExpr", { $0.definition.enableExpression }) {
                parameter, value throws(PythonError) in
                let text = try value.text()
                for part in ParameterPlace.group(of: parameter).parameters {
                    try redefine(part) { $0.enableExpression = text }
                }
            },
            defining("help", \.help),
            defining("password", \.isPassword),
            defining("startSection", \.startsSection),
            defining("styleCloneImmune", \.isStyleCloneImmune),
            ParType.reading("hidden") { _ in false },
            ParType.reading("collapser") { _ in false },
            ParType.reading("collapsable") { _ in false },
        ]
    }

    private static var defaults: [NativeMember] {
        [
            ParType.member(
                "default",
                { parameter throws(PythonError) in
                    try ParameterAccess.plain(parameter.definition.defaultValue)
                }, set: ParameterAccess.setDefault),
            defining("defaultExpr", \.defaultExpression),
            defining("defaultBindExpr", \.defaultBindExpression),
            ParType.member(
                "defaultMode",
                { parameter throws(PythonError) in
                    try ParModeType.object(for: parameter.definition.defaultMode)
                }
            ) { parameter, value throws(PythonError) in
                let mode = try ParModeType.mode(of: value)
                try redefine(parameter) { $0.defaultMode = mode }
            },
        ]
    }

    /// The tests of a style, which groups share.
    static let styleTests: [(name: String, test: (Parameter) -> Bool)] = [
        ("isCustom", { $0.definition.isCustom }), ("isPulse", { $0.style == .pulse }),
        ("isMomentary", { $0.style == .momentary }), ("isMenu", { ParameterMenu.isMenu($0) }),
        ("isNumber", { [.float, .int, .toggle].contains($0.style.kind) }),
        ("isFloat", { $0.style.kind == .float }), ("isInt", { $0.style.kind == .int }),
        ("isOP", { $0.style.kind == .operatorPath }), ("isPython", { $0.style == .python }),
        ("isSequence", { $0.style == .sequence }),
        ("isString", { $0.style.kind == .text && $0.style != .strMenu }),
        ("isToggle", { $0.style == .toggle }),
    ]

    private static var tests: [NativeMember] {
        styleTests.map { name, test in ParType.reading(name) { test($0) } }
    }
}
