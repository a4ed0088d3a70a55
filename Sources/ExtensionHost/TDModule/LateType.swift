internal import PythonRuntime

/// The types of `td` that are made when a project first asks for them, because few do.
enum LateType: String, CaseIterable {
    case colors = "Colors"
    case connector = "Connector"
    case licenses = "Licenses"
    case monitors = "Monitors"
    case networkEditor = "NetworkEditor"
    case options = "Options"
    case pane = "Pane"
    case panel = "Panel"
    case panelValue = "PanelValue"
    case panes = "Panes"
    case preferences = "Preferences"
    case sysInfo = "SysInfo"
    case ui = "UI"
    case undo = "Undo"
    case vfs = "VFS"
    case vfsFile = "VFSFile"

    /// The objects of which there is one, by their names in scripts.
    static let singletons: [String: LateType] = [
        "licenses": .licenses, "monitors": .monitors, "sysinfo": .sysInfo, "ui": .ui,
    ]

    private static var made: [LateType: NativeType] = [:]

    /// The type, which is an attribute of `td` from now on.
    func type() throws(PythonError) -> NativeType {
        if let known = Self.made[self] { return known }
        let type = try NativeType("td.\(rawValue)", base: base, members: members)
        Self.made[self] = type
        try TDModule.types.object.setAttribute(rawValue, to: type.object)
        return type
    }

    /// The one object of a type, which is an attribute of `td` from now on.
    func singleton(named name: String) throws(PythonError) -> PythonObject {
        let made = try instance(of: Shortcuts.Start(nil))
        try TDModule.types.object.setAttribute(name, to: made)
        return made
    }

    /// What reports call an object of one of these types; empty for all others.
    static func spelling(of object: PythonObject) -> String {
        guard let (type, _) = made.first(where: { $0.value.isType(of: object) }) else { return "" }
        return singletons.first { $0.value == type }?.key ?? "a \(type.rawValue)"
    }

    /// A new object of the type.
    func instance(of payload: AnyObject) throws(PythonError) -> PythonObject {
        try type().instance(of: payload)
    }

    /// What an object of the type carries.
    ///
    /// - Throws: `td.tdError` when it is an object of another type.
    func payload<Payload: AnyObject>(
        of object: PythonObject, as kind: Payload.Type
    ) throws(PythonError) -> Payload {
        guard let payload = try type().payload(of: object, as: kind) else {
            throw TDErrors.error("Invalid \(rawValue) object.")
        }
        return payload
    }

    private var members: [NativeMember] {
        switch self {
        case .colors, .options, .preferences: NamedValuesType.members(of: self)
        case .connector: ConnectorType.members
        case .licenses: SystemTypes.licensesMembers
        case .monitors: SystemTypes.monitorsMembers
        case .networkEditor: PaneTypes.editorMembers
        case .pane: PaneTypes.paneMembers
        case .panel: PanelTypes.panelMembers
        case .panelValue: PanelTypes.valueMembers
        case .panes: PaneTypes.listMembers
        case .sysInfo: SystemTypes.systemMembers
        case .ui: UIType.members
        case .undo: UndoType.members
        case .vfs: VFSTypes.folderMembers
        case .vfsFile: VFSTypes.fileMembers
        }
    }

    private var base: NativeType? {
        get throws(PythonError) { self == .networkEditor ? try Self.pane.type() : nil }
    }
}
