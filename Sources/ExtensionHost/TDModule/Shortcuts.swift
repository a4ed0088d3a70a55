internal import OperatorNetwork
internal import PythonRuntime

/// The objects through which code reaches operators without a path: `parent`, `ext`, `iop`, `mod` and
/// the global shortcuts of `op`.
///
/// - Source: <https://docs.derivative.ca/Td_Module>
enum Shortcuts {
    /// What a shortcut object carries: the operator it starts at.
    ///
    /// Those of module `td` carry none. They start where the calling script is, or at the root when
    /// the caller is no script, so that `from td import *` changes nothing in a DAT.
    final class Start {
        weak var node: Operator?
        private let asksCaller: Bool

        init(_ node: Operator?) {
            self.node = node
            asksCaller = node == nil
        }

        func operatorNow() throws(PythonError) -> Operator {
            if let node, node.isValid { return node }
            guard asksCaller else { throw TDErrors.invalidOperator }
            guard let me = CallingScript.me() else { return try Host.running.network.root }
            return me
        }
    }

    static func parent(of node: Operator?) throws(PythonError) -> PythonObject {
        try TDModule.types.parent.instance(of: Start(node))
    }

    static func ext(of node: Operator?) throws(PythonError) -> PythonObject {
        try TDModule.types.ext.instance(of: Start(node))
    }

    static func iop(of node: Operator?) throws(PythonError) -> PythonObject {
        try TDModule.types.iop.instance(of: Start(node))
    }

    static func ipar(of node: Operator?) throws(PythonError) -> PythonObject {
        try TDModule.types.ipar.instance(of: Start(node))
    }

    static func mod(of node: Operator?) throws(PythonError) -> PythonObject {
        try TDModule.types.mod.instance(of: Start(node))
    }

    /// `opex`: as `op`, but a miss is an error.
    static func opex(
        _ call: NativeCall, from origin: PythonObject?, seenFrom me: PythonObject? = nil
    ) throws(PythonError) -> PythonObject {
        let found = try OperatorSearch.first(
            call.rest, from: origin, seenFrom: me, includingUtility: call.bool(0))
        guard found.isNone else { return found }
        var names: [String] = []
        for argument in call.rest { names.append(try argument.representation()) }
        throw TDErrors.error("No operator matches \(names.joined(separator: ", ")).")
    }

    static func start(of object: PythonObject, _ type: NativeType) throws(PythonError) -> Operator {
        guard let start = type.payload(of: object, as: Start.self) else {
            throw TDErrors.invalidOperator
        }
        return try start.operatorNow()
    }

    /// `parent()`, `parent(2)`, `parent.Name`.
    static var parentMembers: [NativeMember] {
        [
            .method("__call__", "n=1") { call throws(PythonError) in
                var node: Operator? = try start(of: call.owner, TDModule.types.parent)
                var levels = try call.int(0)
                while levels > 0, node != nil {
                    node = node?.parent
                    levels -= 1
                }
                return try OperatorObject.objectOrNone(of: node)
            },
            .method("__getattr__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                var node = try start(of: call.owner, TDModule.types.parent).parent
                while let candidate = node {
                    if candidate.parameters.value(of: "parentshortcut") == .string(name) {
                        return try OperatorObject.object(of: candidate)
                    }
                    node = candidate.parent
                }
                throw TDErrors.noAttribute(name, of: "ParentShortcut")
            },
        ]
    }

    /// `op.Name`, and all global shortcuts by iteration.
    static var globalMembers: [NativeMember] {
        [
            .method("__getattr__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                if name == TDResources.name {
                    let host = try Host.running
                    return try changing { () throws(NetworkError) in
                        try host.resources.component(in: host.network)
                    }.python()
                }
                if let found = Host.network.operator(withGlobalShortcut: name) {
                    return try OperatorObject.object(of: found)
                }
                if let made = try StandIns.component(named: name) { return made }
                throw TDErrors.noAttribute(name, of: "OPShortcut")
            },
            .method("__iter__") { call throws(PythonError) in
                var found: [Operator] = []
                for node in Host.network.root.withDescendants {
                    if case .string(let name)? = node.parameters.value(of: "opshortcut"),
                        !name.isEmpty
                    {
                        found.append(node)
                    }
                }
                return try found.python().callMethod("__iter__")
            },
            // `td.op` is pickled by its name, and with it every operator by its path.
            .method("__reduce__") { _ throws(PythonError) in try "op".python() },
        ]
    }

    /// `ext.Name`: the extension of that name in the component or one of its ancestors.
    static var extMembers: [NativeMember] {
        [
            .method("__getattr__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                let start = try start(of: call.owner, TDModule.types.ext)
                let extensions = try Host.running.extensions
                if let found = try extensions.find(name, from: start) { return found }
                throw TDErrors.noAttribute(
                    name, of: "Ext", note: try extensions.whyMissing(name, from: start))
            }
        ]
    }

    /// `iop.Name`: the internal operator of that name, declared by the component or an ancestor.
    static var iopMembers: [NativeMember] {
        [
            .method("__getattr__", "name") { call throws(PythonError) in
                try OperatorObject.object(
                    of: internalOperator(
                        call.string(0), from: start(of: call.owner, TDModule.types.iop), "IOP"))
            }
        ]
    }

    /// `ipar.Name.Par`: the parameters of an internal operator.
    static var iparMembers: [NativeMember] {
        [
            .method("__getattr__", "name") { call throws(PythonError) in
                try ParCollectionType.make(
                    internalOperator(
                        call.string(0), from: start(of: call.owner, TDModule.types.ipar), "IPar"))
            }
        ]
    }

    /// `mod.name` and `mod('path')`: another DAT's module.
    static var modMembers: [NativeMember] {
        [
            .method("__getattr__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                let start = try start(of: call.owner, TDModule.types.mod)
                guard let dat = datModule(name, from: start) else {
                    throw TDErrors.noAttribute(name, of: "MOD")
                }
                return try Host.running.modules.module(of: dat)
            },
            .method("__call__", "path") { call throws(PythonError) in
                let start = try start(of: call.owner, TDModule.types.mod)
                let path = try call.string(0)
                let place = start.type.family == .comp ? start : start.parent ?? start
                let dat = datModule(path, from: start) ?? Host.network.find(path, from: place)
                guard let dat, dat.ownContent != nil else { return .none }
                return try Host.running.modules.module(of: dat)
            },
        ]
    }

    /// The DAT inside a COMP or beside the operator, else in `local/modules` on the way up.
    private static func datModule(_ name: String, from start: Operator) -> Operator? {
        guard let modules = Host.current?.modules else { return nil }
        if start.type.family == .comp, let found = modules.find(name, from: start) { return found }
        return modules.find(name, from: start.parent ?? start)
    }

    /// The internal operators that a component declares, by their shortcuts.
    static func internals(of node: Operator) throws(PythonError) -> [(String, Operator?)] {
        guard let sequence = node.parameters.sequence(named: "iop") else { return [] }
        var found: [(String, Operator?)] = []
        for block in sequence.blocks.indices {
            guard case .string(let name)? = sequence.parameter("shortcut", inBlock: block)?.value,
                !name.isEmpty, let target = sequence.parameter("op", inBlock: block)
            else { continue }
            found.append((name, OperatorObject.node(ofAny: try ParameterAccess.evaluate(target))))
        }
        return found
    }

    private static func internalOperator(
        _ name: String, from start: Operator, _ kind: String
    ) throws(PythonError) -> Operator {
        var node: Operator? = start
        while let candidate = node {
            for (shortcut, target) in try internals(of: candidate) where shortcut == name {
                if let target { return target }
            }
            node = candidate.parent
        }
        throw TDErrors.noAttribute(name, of: kind)
    }
}
