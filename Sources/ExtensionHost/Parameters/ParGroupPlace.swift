internal import OperatorNetwork
internal import PythonRuntime

/// The members of `td.ParGroup` that tell where a group stands and how big it is.
///
/// - Source: <https://docs.derivative.ca/ParGroup_Class>
enum ParGroupPlace {
    static var members: [NativeMember] { names + sizes + places }

    private static var names: [NativeMember] {
        [
            member("name", { $0.name }) { group, value throws(PythonError) in
                try ParameterPlace.rename(group, to: value.text())
            },
            member("baseName", baseName) { group, value throws(PythonError) in
                try ParameterPlace.rename(group, to: value.text())
            },
            reading("suffixes") { $0.parameters.map { String($0.definition.suffix) } },
            reading("owner") { group throws(PythonError) in
                try OperatorObject.objectOrNone(of: group.parameters.first?.owner)
            },
            .property("valid") { owner throws(PythonError) in
                let type = try LateType.parGroup.type()
                return try (type.payload(of: owner, as: GroupReference.self)?.group != nil).python()
            },
            reading("isDefault") { $0.parameters.allSatisfy(\.isDefault) },
        ]
    }

    private static var sizes: [NativeMember] {
        [
            member("size", { $0.parameters.count }) { group, value throws(PythonError) in
                let size = try Int(python: value)
                try changing(group) { parameters throws(ParameterError) in
                    try parameters.resize(group, to: size)
                }
            },
            reading("maxSize") { group in
                let isSizable = group.parameters.first?.definition.isCustom ?? false
                let style = group.parameters.first?.style ?? .str
                return isSizable && style.isSizable ? 4 : group.parameters.count
            },
            reading("defaultSize") { group in
                let style = group.parameters.first?.style ?? .str
                let isSizable = group.parameters.first?.definition.isCustom ?? false
                return isSizable && style.isSizable ? 1 : group.parameters.count
            },
        ]
    }

    private static var places: [NativeMember] {
        [
            member(
                "page",
                { group throws(PythonError) in
                    try PageType.page(of: group.parameters[0])
                }
            ) { group, value throws(PythonError) in try ParameterPlace.move(group, to: value) },
            member("order", { $0.parameters[0].definition.order }) {
                group, value throws(PythonError) in
                try ParameterPlace.setOrder(of: group, to: Double(python: value))
            },
            reading("index") { group in
                let groups = group.parameters.first?.owner?.parameters.groups ?? []
                return groups.firstIndex { $0.name == group.name } ?? -1
            },
            reading("sequenceIndex") { group in
                let definition = group.parameters[0].definition
                let isInBlock = definition.sequence != nil
                return isInBlock ? definition.blockIndex : Int?.none
            },
            reading("blockIndex") { group in
                let definition = group.parameters[0].definition
                guard definition.sequence != nil else { return Int?.none }
                return ParameterPlace.sequence(of: group.parameters[0])?
                    .groups(inBlock: definition.blockIndex).firstIndex { $0.name == group.name }
            },
            .method("destroy") { call throws(PythonError) in
                let group = try ParGroupType.group(of: call.owner)
                try changing(group) { parameters throws(ParameterError) in
                    try parameters.destroy(group)
                }
                return .none
            },
        ]
    }

    /// The name without a sequence's name and the number of the block.
    private static func baseName(_ group: ParameterGroup) -> String {
        guard let first = group.parameters.first, let sequence = first.definition.sequence else {
            return group.name
        }
        let base = String(group.name.dropFirst("\(sequence)\(first.definition.blockIndex)".count))
        return first.definition.isCustom ? ParameterSequence.freeName(of: base) : base
    }

    private static func changing(
        _ group: ParameterGroup, _ change: (ParameterCollection) throws(ParameterError) -> Void
    ) throws(PythonError) {
        guard let parameters = group.parameters.first?.owner?.parameters else { return }
        try ParameterAccess.checked { () throws(ParameterError) in try change(parameters) }
    }

    private static func reading(
        _ name: String,
        _ get: @escaping (ParameterGroup) throws(PythonError) -> any PythonConvertible
    ) -> NativeMember {
        .property(name) { owner throws(PythonError) in
            try get(ParGroupType.group(of: owner)).python()
        }
    }

    private static func member(
        _ name: String,
        _ get: @escaping (ParameterGroup) throws(PythonError) -> any PythonConvertible,
        set: @escaping (ParameterGroup, PythonObject) throws(PythonError) -> Void
    ) -> NativeMember {
        .property(
            name,
            get: { owner throws(PythonError) in try get(ParGroupType.group(of: owner)).python() },
            set: { owner, value throws(PythonError) in
                try set(ParGroupType.group(of: owner), value)
            })
    }
}
