internal import OperatorNetwork
internal import PythonRuntime

/// Members that TouchDesigner documents and that only a GPU, a device or a window could answer.
///
/// They are there, with their signatures; using one raises `td.tdError`, which names the member, the
/// operator and the reason, and never makes a value up.
enum DeclaredMembers {
    /// What the `__doc__` of everything declared begins with; `understudy api` looks for it.
    static let mark = "Declared:"

    private static let lines = SortedLines(file: Host.bundledFolder + "/understudy_api/classes.tsv")

    /// The `__doc__` of an operator type without behaviour.
    static func documentation(of type: OperatorType) -> String {
        "\(mark) \(type.label), with its parameters and its wiring; \(reason(type.name))."
    }

    /// The documented members of a class that neither it nor its base has already.
    ///
    /// - Parameters:
    ///   - name: The class's name in the documentation.
    ///   - base: The class it extends.
    ///   - live: The members it has.
    /// - Returns: A member for each of the others.
    /// - Throws: What looking at the base raised.
    static func all(
        of name: String, extending base: NativeType, beside live: [NativeMember] = []
    ) throws(PythonError) -> [NativeMember] {
        let known = Set(live.map(\.name))
        var members: [NativeMember] = []
        for fields in lines.allFields(of: name) where fields.count == 5 && !fields[1].isEmpty {
            let member = String(fields[1])
            guard !known.contains(member), try base.object.attributeIfPresent(member) == nil else {
                continue
            }
            members.append(
                Self.member(member, kind: fields[2], signature: String(fields[4]), of: name))
        }
        return members
    }

    private static func member(
        _ name: String, kind: Substring, signature: String, of owner: String
    ) -> NativeMember {
        let documentation = "\(mark) \(reason(owner))."
        if kind == "call" {
            return .method(name, signature, documentation: documentation) {
                call throws(PythonError) in
                throw try refusal("\(name)()", of: call.owner, owner)
            }
        }
        return .property(
            name, documentation: documentation,
            get: { object throws(PythonError) in throw try refusal(name, of: object, owner) },
            set: kind == "read"
                ? nil
                : { object, _ throws(PythonError) in throw try refusal(name, of: object, owner) })
    }

    private static func refusal(
        _ member: String, of object: PythonObject, _ owner: String
    ) throws(PythonError) -> PythonError {
        let node = try OperatorObject.node(of: object)
        return TDErrors.error(
            "\(member) of \(node.path) (\(node.type.name)) is not to be had: \(reason(owner)).")
    }

    private static func reason(_ owner: String) -> String {
        let family = OperatorFamily.allCases.first { owner.hasSuffix($0.rawValue) }
        return switch family {
        case .top: "no picture is made here, since there is no GPU"
        case .sop, .pop: "no geometry is made here"
        case .mat: "no material is drawn here, since there is no GPU"
        case .chop: "no device is read and no sound is made here"
        case .dat: "it is connected to nothing here"
        case .comp, nil: "nothing is drawn or shown here"
        }
    }
}
