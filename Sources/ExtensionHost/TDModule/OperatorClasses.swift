internal import OperatorNetwork
internal import PythonRuntime

/// The Python classes of operator families and types, made when something first asks for one.
///
/// There are hundreds, and most projects mention a dozen.
final class OperatorClasses {
    /// The families whose class is made late, and what each extends.
    private static let families = [
        "CHOP": "OP", "TOP": "OP", "SOP": "OP", "POP": "OP", "MAT": "OP",
        "ObjectCOMP": "COMP", "PanelCOMP": "COMP",
    ]

    private let module: PythonObject
    private var made: [String: NativeType]

    /// - Parameters:
    ///   - module: The module `td`, whose attributes the classes become.
    ///   - made: The classes that are there from the start: `OP`, `COMP` and `DAT`.
    init(module: PythonObject, made: [String: NativeType]) {
        self.module = module
        self.made = made
    }

    /// The names of all operator classes: families and types.
    static var names: [String] { ["COMP", "DAT", "OP"] + families.keys + Host.catalog.names }

    /// Whether there is an operator class of that name; it is not made.
    static func contains(_ name: String) -> Bool {
        // Most names that are asked for are none, and need no search.
        guard OperatorFamily.allCases.contains(where: { name.hasSuffix($0.rawValue) }) else {
            return name == "OP"
        }
        return families[name] != nil || name == "COMP" || name == "DAT"
            || Host.catalog.contains(name)
    }

    /// The class of that name; `nil` when there is neither such a type nor such a family.
    func named(_ name: String) throws(PythonError) -> NativeType? {
        if let known = made[name] { return known }
        if let base = Self.families[name], let base = try named(base) {
            let live = OperatorMembers.members(of: name)
            return try make(
                name, extending: base, documentation: "A \(name).",
                members: live + DeclaredMembers.all(of: name, extending: base, beside: live))
        }
        guard Self.contains(name), let type = Host.catalog[name] else { return nil }
        return try self.class(of: type)
    }

    /// The class of an operator type.
    func `class`(of type: OperatorType) throws(PythonError) -> NativeType {
        if let known = made[type.name] { return known }
        guard let base = try named(Self.base(of: type)) else {
            throw PythonError(.systemError, "no class for \(type.name) to extend")
        }
        let live = OperatorMembers.members(of: type.name)
        return try make(
            type.name, extending: base,
            documentation: type.isDeclared ? DeclaredMembers.documentation(of: type) : type.label,
            members: type.isDeclared
                ? live + DeclaredMembers.all(of: type.name, extending: base, beside: live) : live)
    }

    private static func base(of type: OperatorType) -> String {
        switch type.subType {
        case "panel": "PanelCOMP"
        case "object": "ObjectCOMP"
        default: type.family.rawValue
        }
    }

    private func make(
        _ name: String, extending base: NativeType, documentation: String, members: [NativeMember]
    ) throws(PythonError) -> NativeType {
        let type = try NativeType(
            "td.\(name)", base: base, documentation: documentation,
            tailSize: MemoryLayout<OperatorTail>.size,
            slots: OperatorObject.slots + OperatorMembers.slots(of: name), members: members)
        made[name] = type
        try module.setAttribute(name, to: type.object)
        return type
    }
}
