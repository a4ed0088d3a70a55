internal import OperatorNetwork
internal import PythonRuntime

/// `td.Par`: one parameter; it acts as its value.
///
/// - Source: <https://docs.derivative.ca/Par_Class>
enum ParType {
    static var members: [NativeMember] {
        values + binding + methods + ParDefinition.members
            + NumberLike.members { par throws(PythonError) in
                try ParameterAccess.evaluate(parameter(of: par))
            } + [identity]
    }

    /// The hash of the parameter and not of its value, so that all objects of one parameter are one
    /// key, whatever it holds.
    private static var identity: NativeMember {
        .method("__hash__") { call throws(PythonError) in
            try ObjectIdentifier(parameter(of: call.owner)).hashValue.python()
        }
    }

    /// A new object for a parameter; TouchDesigner makes a new one at each access too.
    static func make(_ parameter: Parameter) throws(PythonError) -> PythonObject {
        try TDModule.types.par.instance(of: parameter)
    }

    /// New objects for parameters.
    static func list(_ parameters: [Parameter]) throws(PythonError) -> [PythonObject] {
        var objects: [PythonObject] = []
        for parameter in parameters { objects.append(try make(parameter)) }
        return objects
    }

    static func parameter(of object: PythonObject) throws(PythonError) -> Parameter {
        guard let parameter = TDModule.types.par.payload(of: object, as: Parameter.self),
            parameter.isValid
        else {
            throw TDErrors.error("Invalid Par object: its operator or the parameter is gone.")
        }
        return parameter
    }

    static func reading(
        _ name: String, _ get: @escaping (Parameter) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { par throws(PythonError) in try get(parameter(of: par)).python() }
    }

    static func member(
        _ name: String, _ get: @escaping (Parameter) throws(PythonError) -> any PythonConvertible,
        set: @escaping (Parameter, PythonObject) throws(PythonError) -> Void
    ) -> NativeMember {
        .property(
            name, get: { par throws(PythonError) in try get(parameter(of: par)).python() },
            set: { par, value throws(PythonError) in try set(parameter(of: par), value) })
    }

    private static func calling(
        _ name: String, _ signature: String = "",
        _ body: @escaping (Parameter, NativeCall) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .method(name, signature) { call throws(PythonError) in
            try body(parameter(of: call.owner), call).python()
        }
    }

    private static var values: [NativeMember] {
        [
            member(
                "val",
                { parameter throws(PythonError) in
                    try ParameterAccess.constant(of: parameter)
                }, set: ParameterAccess.set),
            member("expr", { $0.expression }) { parameter, value throws(PythonError) in
                parameter.setExpression(try value.text())
                // TouchDesigner evaluates at once, so a broken expression fails where it is written.
                _ = try ParameterAccess.evaluate(parameter)
            },
            member(
                "mode",
                { parameter throws(PythonError) in try ParModeType.object(for: parameter.mode) }
            ) {
                parameter, value throws(PythonError) in
                parameter.setMode(try ParModeType.mode(of: value))
            },
            reading("prevMode") { parameter throws(PythonError) in
                try ParModeType.object(for: parameter.previousMode)
            },
            reading("isDefault") { $0.isDefault },
            member("menuIndex", ParameterMenu.index) { parameter, value throws(PythonError) in
                try ParameterMenu.choose(Int(python: value), of: parameter)
            },
            member("normVal", ParameterRange.position) { parameter, value throws(PythonError) in
                try ParameterRange.setPosition(of: parameter, to: Double(python: value))
            },
        ]
    }

    private static var binding: [NativeMember] {
        [
            member("bindExpr", { $0.bindExpression }) { parameter, value throws(PythonError) in
                parameter.setBindExpression(try value.text())
            },
            reading("bindMaster") { ParameterBinding.masterOrNone(of: $0) },
            reading("bindReferences") { parameter throws(PythonError) in
                try ParameterBinding.references(of: parameter)
            },
            reading("exportOP") { parameter throws(PythonError) in
                try OperatorObject.objectOrNone(
                    of: Host.running.channelExports.source(of: parameter)?.exporter)
            },
            reading("exportSource") { parameter throws(PythonError) in
                guard let source = try Host.running.channelExports.source(of: parameter),
                    let channels = source.exporter.channels
                else { return PythonObject.none }
                return try ChannelAccess.make(source.exporter, channels, source.channel)
            },
            UnbuiltMembers.property(
                "lastScriptChange", "who set a parameter is not written down at every change"),
        ]
    }

    private static var methods: [NativeMember] {
        [
            calling("eval") { parameter, _ throws(PythonError) in
                try ParameterAccess.evaluate(parameter)
            },
            calling("evalExpression") { parameter, _ throws(PythonError) in
                guard !parameter.expression.isEmpty else { return PythonObject.none }
                return try ParameterAccess.run(parameter.expression, of: parameter)
            },
            calling("evalExport") { parameter, _ throws(PythonError) in
                guard try Host.running.channelExports.source(of: parameter) != nil else {
                    return PythonObject.none
                }
                return try ParameterAccess.evaluate(parameter)
            },
            calling("evalNorm") { parameter, _ throws(PythonError) in
                try ParameterRange.evaluate(parameter)
            },
            calling("evalOPs") { parameter, _ throws(PythonError) in
                try ParameterOperators.list(of: parameter)
            },
            calling("evalFile") { parameter, _ throws(PythonError) in
                try PythonObject.module("tdu").attribute("FileInfo")
                    .call(ParameterAccess.evaluate(parameter).text().python())
            },
            calling("reset") { parameter, _ in parameter.reset() },
            calling("set", "value") { parameter, call throws(PythonError) in
                try ParameterAccess.set(parameter, call[0])
                return PythonObject.none
            },
            calling("pulse", "value=1, frames=0, seconds=0") {
                parameter, call throws(PythonError) in
                try Host.running.pulses.pulse(
                    parameter, call[0], frames: call.int(1), seconds: call.double(2))
                return PythonObject.none
            },
            calling("copy", "par") { parameter, call throws(PythonError) in
                let source = try self.parameter(of: call[0])
                try ParameterAccess.checked { () throws(ParameterError) in
                    try parameter.copy(from: source)
                }
                return PythonObject.none
            },
            calling("destroy") { parameter, _ throws(PythonError) in
                guard let parameters = parameter.owner?.parameters else { return PythonObject.none }
                try ParameterAccess.checked { () throws(ParameterError) in
                    try parameters.destroy(parameters.group(of: parameter))
                }
                return PythonObject.none
            },
            calling("isSamePar", "par") { parameter, call throws(PythonError) in
                try parameter === self.parameter(of: call[0])
            },
            calling("__str__") { parameter, _ throws(PythonError) in
                try ParameterAccess.evaluate(parameter).text()
            },
            calling("__repr__") { parameter, _ throws(PythonError) in
                let value = try ParameterAccess.evaluate(parameter).text()
                let path = parameter.owner?.path ?? ""
                return "type:Par name:\(parameter.name) owner:\(path) value:\(value)"
            },
        ]
    }
}
