internal import OperatorNetwork

/// Writes operators over what stands in one network file for them.
struct TDNOperatorWriter {
    /// Which fields of a COMP a file is to tell.
    enum Part {
        /// All of them.
        case whole
        /// Those of a COMP with a file of its own: where it lies and what it is wired to.
        case shell
        /// Those of the COMP that the file is for.
        case target
    }

    static let order = [
        "name", "type", "parameters", "sequences", "custom_pars", "flags", "position", "size",
        "color", "comment", "tags", "dock", "storage", "startup_storage", "inputs", "comp_inputs",
        "file", "dat_content", "dat_content_format", "dat_read_only", "palette_clone", "tdn_ref",
        "tox_ref", "children", "annotations",
    ]
    private static let headerOrder = [
        "format", "version", "build", "generator", "td_build", "source_file", "exported_at",
        "network_path", "options", "type_defaults", "par_templates", "type", "custom_pars",
        "parameters", "sequences", "flags", "color", "tags", "comment", "storage",
        "startup_storage", "operators", "annotations",
    ]

    /// The defaults that all operators of a type share in this file.
    let shared: SourceNode?
    /// Whether the contents of DATs belong into the file.
    let keepsContent: Bool
    /// Tells what a parameter of an operator holds that is at its default.
    let standing: (_ path: String, _ parameter: String) -> ParameterSetting?

    /// Writes an operator; what has not changed is left alone.
    ///
    /// - Parameters:
    ///   - now: The operator.
    ///   - base: What it was; nil for a new one.
    ///   - written: What stands in the file for it.
    ///   - path: The operator's path.
    ///   - part: Which of its fields the file tells.
    /// - Returns: The operator's mapping.
    func draft(
        _ now: OperatorDescription, was base: OperatorDescription?, written: Draft, path: String,
        part: Part = .whole
    ) -> Draft {
        if let base, base == now { return written }
        let order = part == .target ? Self.headerOrder : Self.order
        var fields = written.entries
        let blank = OperatorDescription(name: now.name, type: "", place: now.place)
        let base = base ?? blank
        if part != .target, base.type.isEmpty {
            fields.set("name", to: .scalar(.string(now.name)), order: order)
        }
        let isShell = part == .whole && fields["tdn_ref"] != nil
        if now.type != base.type, !isShell {
            fields.set("type", to: .scalar(.string(now.type)), order: order)
        }
        if part != .target { setPlace(now, base, &fields) }
        if !isShell {
            setLooks(now, base, &fields, order, part)
            setParameters(now, base, &fields, order, path)
            setStorage(now, base, &fields, order)
            setContent(now, base, &fields)
            setChildren(now, base, &fields, path, part)
            if now.annotations != base.annotations {
                let draft = TDNAnnotations.draft(
                    now.annotations, was: base.annotations, written: fields["annotations"])
                fields.set("annotations", to: draft, order: order)
            }
        }
        return .mapping(fields, from: written.origin)
    }

    private func setPlace(
        _ now: OperatorDescription, _ base: OperatorDescription, _ fields: inout [DraftEntry]
    ) {
        let order = Self.order
        if now.position != base.position {
            fields.set("position", to: TDNValue.vector(now.position), order: order)
        }
        if now.dock != base.dock {
            fields.set("dock", to: now.dock.map { .scalar(.string($0)) }, order: order)
        }
        if now.inputs != base.inputs {
            fields.set("inputs", to: TDNValue.sources(now.inputs), order: order)
        }
        if now.compInputs != base.compInputs {
            fields.set("comp_inputs", to: TDNValue.sources(now.compInputs), order: order)
        }
    }

    private func setChildren(
        _ now: OperatorDescription, _ base: OperatorDescription, _ fields: inout [DraftEntry],
        _ path: String, _ part: Part
    ) {
        guard now.children != base.children, fields["tox_ref"] == nil,
            fields["palette_clone"] == nil,
            fields["parameters"]?.entries["externaltox"] == nil
        else { return }
        let field = part == .target ? "operators" : "children"
        let before = Dictionary(
            base.children.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let present = Dictionary(
            now.children.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var drafts: [Draft] = []
        for element in fields[field]?.elements ?? [] {
            guard let name = Self.name(of: element) else { continue }
            guard let child = present[name] else {
                // What was never in the network, such as an operator of an unknown kind, stays.
                if before[name] == nil { drafts.append(element) }
                continue
            }
            drafts.append(
                draft(
                    child, was: before[name], written: element, path: FilePath.join(path, name)))
        }
        for child in now.children where before[child.name] == nil {
            drafts.append(
                draft(
                    child, was: nil, written: .mapping([]), path: FilePath.join(path, child.name)))
        }
        let isGone = drafts.isEmpty && part != .target
        fields.set(
            field, to: isGone ? nil : .list(drafts, from: fields[field]?.origin),
            order: part == .target ? Self.headerOrder : Self.order)
    }

    /// The name of an operator that stands in the file.
    static func name(of element: Draft) -> String? {
        if case .kept(let node) = element.entries["name"] { node.written } else { nil }
    }
}
