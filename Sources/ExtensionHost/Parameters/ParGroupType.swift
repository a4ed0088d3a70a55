internal import OperatorNetwork
internal import PythonRuntime

/// `td.ParGroup`: parameters that share a line and a label, as a tuple of them.
///
/// - Source: <https://docs.derivative.ca/ParGroup_Class>
enum ParGroupType {
    static var members: [NativeMember] {
        perParameter + shared + ParGroupPlace.members + tuple + methods
    }

    /// What groups that end with a pulse have besides.
    static var pulseMembers: [NativeMember] {
        [
            .method("pulse", "value=None, frames=0, seconds=0") { call throws(PythonError) in
                let parameters = try group(of: call.owner).parameters
                let values = try call[0].isNone ? [] : call[0].elements()
                let (frames, seconds) = try (call.int(1), call.double(2))
                for (index, parameter) in parameters.enumerated() {
                    let value = try index < values.count ? values[index] : 1.python()
                    try Host.running.pulses.pulse(
                        parameter, value, frames: frames, seconds: seconds)
                }
                return .none
            }
        ]
    }

    static func make(_ group: ParameterGroup) throws(PythonError) -> PythonObject {
        let type: LateType = group.parameters.last?.style == .pulse ? .parGroupPulse : .parGroup
        return try type.type().instance(of: GroupReference(group))
    }

    static func list(_ groups: [ParameterGroup]) throws(PythonError) -> [PythonObject] {
        var objects: [PythonObject] = []
        for group in groups { objects.append(try make(group)) }
        return objects
    }

    /// The group behind a Python object.
    static func group(of object: PythonObject) throws(PythonError) -> ParameterGroup {
        let type = try LateType.parGroup.type()
        guard let reference = type.payload(of: object, as: GroupReference.self) else {
            throw PythonError(
                .typeError,
                "a ParGroup is needed here, not \(try object.type.attribute("__name__").text())")
        }
        guard let group = reference.group else {
            throw TDErrors.error("Invalid ParGroup object: its operator or a parameter is gone.")
        }
        return group
    }

    /// `parGroup.val = values`: one for each parameter; a single value goes to all of them.
    static func set(_ group: ParameterGroup, _ values: PythonObject) throws(PythonError) {
        if let other = try LateType.parGroup.type().payload(
            of: values, as: GroupReference.self)
        {
            let evaluated = try evaluate(other.parameters)
            return try set(group, PythonObject.tuple(evaluated))
        }
        for (parameter, value) in try zip(group.parameters, parts(of: values, for: group)) {
            try ParameterAccess.set(parameter, value)
        }
    }

    /// A value for each parameter, from a tuple or a list of as many, or one for all.
    static func parts(
        of values: PythonObject, for group: ParameterGroup
    ) throws(PythonError) -> [PythonObject] {
        let isOne = group.parameters.count == 1
        guard values.isTuple || values.isList, !isOne || values.isTuple else {
            return group.parameters.map { _ in values }
        }
        let parts = try values.elements()
        guard parts.count == group.parameters.count else {
            throw TDErrors.error(
                "\(group.name) has \(group.parameters.count) parameters and takes as many values, "
                    + "not \(parts.count).")
        }
        return parts
    }

    static func evaluate(_ parameters: [Parameter]) throws(PythonError) -> [PythonObject] {
        var values: [PythonObject] = []
        for parameter in parameters { values.append(try ParameterAccess.evaluate(parameter)) }
        return values
    }

    /// The members that give a tuple of what each parameter has.
    private static var perParameter: [NativeMember] {
        let writable = [
            "val", "expr", "bindExpr", "mode", "default", "defaultExpr", "defaultBindExpr",
            "defaultMode", "min", "max", "clampMin", "clampMax", "normMin", "normMax", "normVal",
            "menuNames", "menuLabels", "menuIndex", "menuSource",
        ]
        let readable = [
            "prevMode", "bindMaster", "bindReferences", "exportOP", "exportSource", "subLabel",
        ]
        return readable.map { each($0) }
            + writable.map { name in
                .property(
                    name, get: { owner throws(PythonError) in try tuple(name, of: owner) },
                    set: { owner, value throws(PythonError) in
                        let group = try group(of: owner)
                        for (parameter, part) in try zip(
                            group.parameters, parts(of: value, for: group))
                        {
                            try ParType.make(parameter).setAttribute(name, to: part)
                        }
                    })
            }
    }

    private static func each(_ name: String) -> NativeMember {
        .property(name) { owner throws(PythonError) in try tuple(name, of: owner) }
    }

    private static func tuple(
        _ name: String, of owner: PythonObject
    ) throws(PythonError) -> PythonObject {
        var values: [PythonObject] = []
        for parameter in try group(of: owner).parameters {
            values.append(try ParType.make(parameter).attribute(name))
        }
        return try PythonObject.tuple(values)
    }

    /// The members that all parameters of a group have in common: read from the first, set on all.
    private static var shared: [NativeMember] {
        let writable = [
            "label", "enable", "enableExpr", "readOnly", "startSection", "help", "password",
            "bindRange", "styleCloneImmune",
        ]
        let readable = ["style", "hidden", "collapser", "collapsable", "sequence", "sequenceBlock"]
        return readable.map { name in
            .property(name) { owner throws(PythonError) in try first(of: owner).attribute(name) }
        }
            + writable.map { name in
                .property(
                    name,
                    get: { owner throws(PythonError) in try first(of: owner).attribute(name) },
                    set: { owner, value throws(PythonError) in
                        for parameter in try group(of: owner).parameters {
                            try ParType.make(parameter).setAttribute(name, to: value)
                        }
                    })
            }
            + ParDefinition.styleTests.map { name, test in
                .property(name) { owner throws(PythonError) in
                    try group(of: owner).parameters.allSatisfy(test).python()
                }
            }
    }

    private static func first(of owner: PythonObject) throws(PythonError) -> PythonObject {
        try ParType.make(group(of: owner).parameters[0])
    }

    private static var tuple: [NativeMember] {
        [
            .method("__len__") { call throws(PythonError) in
                try group(of: call.owner).parameters.count.python()
            },
            .method("__getitem__", "index") { call throws(PythonError) in
                try PythonObject.tuple(ParType.list(group(of: call.owner).parameters)).item(call[0])
            },
            .method("__iter__") { call throws(PythonError) in
                try PythonObject.tuple(ParType.list(group(of: call.owner).parameters))
                    .callMethod("__iter__")
            },
            .method("__eq__", "other") { call throws(PythonError) in try compare("eq", call) },
            .method("__ne__", "other") { call throws(PythonError) in try compare("ne", call) },
            .method("__hash__") { call throws(PythonError) in
                try PythonObject.module("builtins").attribute("hash").call(
                    PythonObject.tuple(evaluate(group(of: call.owner).parameters)))
            },
            .method("__str__") { call throws(PythonError) in
                try PythonObject.tuple(evaluate(group(of: call.owner).parameters)).text().python()
            },
            .method("__repr__") { call throws(PythonError) in
                let group = try group(of: call.owner)
                let path = group.parameters.first?.owner?.path ?? ""
                let values = try PythonObject.tuple(evaluate(group.parameters)).text()
                return try "type:ParGroup name:\(group.name) owner:\(path) value:\(values)".python()
            },
        ]
    }

    private static func compare(
        _ function: String, _ call: NativeCall
    ) throws(PythonError) -> PythonObject {
        let own = try PythonObject.tuple(evaluate(group(of: call.owner).parameters))
        let type = try LateType.parGroup.type()
        let other = try type.payload(of: call[0], as: GroupReference.self).map {
            reference throws(PythonError) in
            try PythonObject.tuple(evaluate(reference.parameters))
        }
        return try PythonObject.module("operator").attribute(function).call(own, other ?? call[0])
    }

    private static var methods: [NativeMember] {
        ["eval", "evalExpression", "evalExport", "evalNorm", "evalOPs"].map { name in
            .method(name) { call throws(PythonError) in
                var values: [PythonObject] = []
                for parameter in try group(of: call.owner).parameters {
                    values.append(try ParType.make(parameter).callMethod(name))
                }
                return try PythonObject.tuple(values)
            }
        } + [
            .method("pars", "pattern='*'") { call throws(PythonError) in
                let pattern = Pattern(try call.string(0))
                return try ParType.list(
                    group(of: call.owner).parameters.filter { pattern.matches($0.name) }
                ).python()
            },
            .method("reset") { call throws(PythonError) in
                var changed = false
                for parameter in try group(of: call.owner).parameters
                where parameter.reset() { changed = true }
                return try changed.python()
            },
            .method("copy", "parGroup") { call throws(PythonError) in
                let pairs = try zip(
                    group(of: call.owner).parameters, group(of: call[0]).parameters)
                for (parameter, source) in pairs {
                    try ParameterAccess.checked { () throws(ParameterError) in
                        try parameter.copy(from: source)
                    }
                }
                return .none
            },
            .method("isSameParGroup", "parGroup") { call throws(PythonError) in
                let (one, other) = try (group(of: call.owner), group(of: call[0]))
                return try (one.parameters.first === other.parameters.first).python()
            },
        ]
    }
}
