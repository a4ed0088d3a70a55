internal import OperatorNetwork

/// What an operator is and holds, field by field; a field whose value is as before stays as it stands.
extension TDNOperatorWriter {
    func setLooks(
        _ now: OperatorDescription, _ base: OperatorDescription, _ fields: inout [DraftEntry],
        _ order: [String], _ part: Part
    ) {
        let defaults = shared?[now.type]
        // The COMP that a file is for has its size, as its position, where it is placed.
        let hasSize = part != .target
        if hasSize, now.size != base.size || base.type.isEmpty && defaults?["size"] != nil {
            let standard = defaults?["size"] == nil ? nil : [130.0, 90]
            fields.set("size", to: TDNValue.vector(now.size ?? standard), order: order)
        }
        if now.color != base.color || base.type.isEmpty && defaults?["color"] != nil {
            let standard = defaults?["color"] == nil ? nil : [0.545, 0.545, 0.545]
            fields.set("color", to: TDNValue.vector(now.color ?? standard), order: order)
        }
        if now.comment != base.comment {
            fields.set("comment", to: now.comment.map { .scalar(.string($0)) }, order: order)
        }
        if now.tags != base.tags || base.type.isEmpty && defaults?["tags"] != nil {
            let none: Draft? = defaults?["tags"] == nil ? nil : .list([])
            fields.set("tags", to: TDNValue.texts(now.tags) ?? none, order: order)
        }
        if now.flags != base.flags || base.type.isEmpty && defaults?["flags"] != nil {
            let none: Draft? = defaults?["flags"] == nil ? nil : .list([])
            fields.set("flags", to: TDNValue.flags(now.flags) ?? none, order: order)
        }
    }

    func setParameters(
        _ now: OperatorDescription, _ base: OperatorDescription, _ fields: inout [DraftEntry],
        _ order: [String], _ path: String
    ) {
        let defaults = shared?[now.type]?["parameters"]
        if now.parameters != base.parameters || base.type.isEmpty && defaults != nil {
            let draft = TDNParametersWriter.draft(
                now.parameters, was: base.parameters, written: fields["parameters"],
                isNew: base.type.isEmpty, shared: defaults, standing: { standing(path, $0) })
            fields.set("parameters", to: draft, order: order)
        }
        if now.sequences != base.sequences {
            let draft = TDNParametersWriter.sequences(
                now.sequences, was: base.sequences, written: fields["sequences"])
            fields.set("sequences", to: draft, order: order)
        }
        if now.customPages != base.customPages {
            let draft = TDNPagesWriter.draft(
                now.customPages, was: base.customPages, written: fields["custom_pars"])
            fields.set("custom_pars", to: draft, order: order)
        }
    }

    func setStorage(
        _ now: OperatorDescription, _ base: OperatorDescription, _ fields: inout [DraftEntry],
        _ order: [String]
    ) {
        let new = now.storage + now.startupStorage
        let old = base.storage + base.startupStorage
        guard new != old else { return }
        var storage = fields["storage"]?.entries ?? []
        var startup = fields["startup_storage"]?.entries ?? []
        for entry in old where !new.contains(where: { $0.name == entry.name }) {
            storage.set(entry.name, to: nil)
            startup.set(entry.name, to: nil)
        }
        for entry in new where !old.contains(entry) {
            let isStartup = startup[entry.name] != nil
            if isStartup {
                startup.set(entry.name, to: Draft(entry.value))
            } else {
                storage.set(entry.name, to: Draft(entry.value))
            }
        }
        let kept = fields["storage"]?.origin
        fields.set(
            "storage", to: storage.isEmpty ? nil : .mapping(storage, from: kept), order: order)
        let startupKept = fields["startup_storage"]?.origin
        fields.set(
            "startup_storage", to: startup.isEmpty ? nil : .mapping(startup, from: startupKept),
            order: order)
    }

    func setContent(
        _ now: OperatorDescription, _ base: OperatorDescription, _ fields: inout [DraftEntry]
    ) {
        if let file = now.contentFile, file != base.contentFile {
            fields.set("file", to: .scalar(.string(file)), order: Self.order)
        }
        guard now.content != base.content, fields["file"] == nil, fields["dat_read_only"] == nil,
            keepsContent || fields["dat_content"] != nil
        else { return }
        let order = Self.order
        switch now.content {
        case nil:
            fields.set("dat_content", to: nil)
            fields.set("dat_content_format", to: nil)
        case .text(let text):
            // Text is what a file means that does not say.
            let needsFormat = fields["dat_content"] == nil || fields["dat_content_format"] != nil
            fields.set("dat_content", to: .scalar(.string(text)), order: order)
            guard needsFormat else { return }
            fields.set("dat_content_format", to: .scalar(.string("text")), order: order)
        case .table(let rows):
            let old = fields["dat_content"]
            fields.set("dat_content", to: table(rows, written: old), order: order)
            fields.set("dat_content_format", to: .scalar(.string("table")), order: order)
        }
    }

    /// Rows that say the same as before are left as they stand.
    private func table(_ rows: [[String]], written: Draft?) -> Draft {
        let old = written?.elements ?? []
        let drafts = rows.enumerated().map { number, row -> Draft in
            if number < old.count, case .kept(let node) = old[number],
                case .list(let cells) = node.value, cells.map(\.written) == row
            {
                return old[number]
            }
            let from = number < old.count ? old[number].origin : nil
            return .list(row.map { .scalar(.string($0)) }, from: from)
        }
        return .list(drafts, from: written.flatMap { YAMLStyle.isList($0) ? $0.origin : nil })
    }
}
