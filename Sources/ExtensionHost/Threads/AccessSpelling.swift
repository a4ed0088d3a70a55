internal import OperatorNetwork
internal import PythonRuntime
internal import ThreadGuard

/// An access in the words of the code that made it: `par.x` is read, not `__getattr__` called.
///
/// It runs on the offending thread, under the GIL, and calls no Python code but that of plain texts
/// and numbers.
enum AccessSpelling {
    static func access(_ access: NativeAccess) -> Access {
        let path = path(of: access.object)
        let (member, kind) = member(access)
        return Access(operatorPath: path, member: member, kind: kind)
    }

    /// `[0, 'name']`, for the index of a DAT.
    nonisolated static func subscriptText(_ key: ObjectPointer) -> String {
        let key = PythonObject(retaining: key)
        let parts = (try? key.isTuple ? key.elements() : [key]) ?? []
        return "[\(parts.map(quoted).joined(separator: ", "))]"
    }

    private static func member(_ access: NativeAccess) -> (String, Access.Kind) {
        let isSpecial = access.member.hasPrefix("__") && access.member.hasSuffix("__")
        let prefix = prefix(of: access.object)
        guard isSpecial else { return (access.member, kind(of: access.kind)) }
        switch access.member {
        case "__getattr__": return (prefix + "." + plain(access.argument), .read)
        case "__setattr__": return (prefix + "." + plain(access.argument), .write)
        case "__getitem__": return ("\(prefix)[\(quoted(access.argument))]", .read)
        case "__setitem__": return ("\(prefix)[\(quoted(access.argument))]", .write)
        case "__call__": return (prefix, .call)
        default: break
        }
        guard let module = TDModule.shared, let object = access.object else {
            return (access.member, kind(of: access.kind))
        }
        // Whatever is done with a cell or a parameter that acts as its value reads that value.
        if module.isNumberLike(object) { return ("val", .read) }
        return (String(access.member.dropFirst(2).dropLast(2)) + "()", .read)
    }

    /// What code writes before the dot or the bracket, the operator left out.
    private static func prefix(of object: PythonObject?) -> String {
        guard let object, let module = TDModule.shared else { return "" }
        let names = [
            (module.parCollection, "par"), (module.parent, "parent"), (module.ext, "ext"),
            (module.iop, "iop"), (module.ipar, "ipar"), (module.mod, "mod"),
            (module.finder, "op"),
        ]
        return names.first { $0.0.isType(of: object) }?.1 ?? LateType.spelling(of: object)
    }

    /// The place of an object that leads to parameters.
    private static func latePlace(of object: PythonObject) -> String? {
        switch LateType.payload(of: object) {
        case let page as PageReference: "page \(page.name) of \(page.owner?.path ?? "?")"
        case let group as GroupReference:
            "\(group.parameters.first?.owner?.path ?? "?").parGroup."
                + (group.parameters.first?.definition.group ?? "?")
        case let sequence as ParameterSequence:
            "\(sequence.parameter.owner?.path ?? "?").seq.\(sequence.name)"
        case let block as BlockReference:
            "\(block.owner?.path ?? "?").seq.\(block.sequence.name)[\(block.number)]"
        case let node as Operator: node.path
        default: nil
        }
    }

    private static func path(of object: PythonObject?) -> String {
        guard let object else { return "" }
        if let node = OperatorObject.node(ofAny: object) { return node.path }
        guard let module = TDModule.shared else { return "" }
        if OperatorObject.isOperator(object) { return "a destroyed operator" }
        if module.cell.isType(of: object) {
            let owner = (try? CellAccess.owner(of: object)).flatMap(OperatorObject.node(ofAny:))
            let row = (try? CellAccess.row(of: object)) ?? 0
            let column = (try? CellAccess.column(of: object)) ?? 0
            return "\(owner?.path ?? "")[\(row), \(column)]"
        }
        if let parameter = module.par.payload(of: object, as: Parameter.self) {
            return "\(parameter.owner?.path ?? "?").par.\(parameter.name)"
        }
        if let node = module.parCollection.payload(of: object, as: Operator.self) {
            return node.path
        }
        if let place = latePlace(of: object) { return place }
        for type in [module.parent, module.ext, module.iop, module.ipar, module.mod] {
            if let start = type.payload(of: object, as: Shortcuts.Start.self) {
                return start.node?.path ?? ""
            }
        }
        let names = [
            (module.absTime, "absTime"), (module.project, "project"),
            (module.app, "app"), (module.run, "a delayed run"), (module.runs, "runs"),
            (module.peer, "a Peer"),
        ]
        return names.first { $0.0.isType(of: object) }?.1 ?? ""
    }

    private static func kind(of kind: NativeAccess.Kind) -> Access.Kind {
        switch kind {
        case .read: .read
        case .write: .write
        case .call: .call
        }
    }

    private static func plain(_ argument: PythonObject?) -> String {
        guard let argument, argument.isString else { return "?" }
        return (try? String(python: argument)) ?? "?"
    }

    nonisolated private static func quoted(_ argument: PythonObject?) -> String {
        guard let argument, argument.isString || argument.isInt else { return "…" }
        return (try? argument.representation()) ?? "…"
    }
}
