internal import PythonRuntime

/// The types of `td` that are made when a project first asks for them, because few do.
enum LateType: String, CaseIterable {
    case blockParameters = "SequenceParCollection"
    case channel = "Channel"
    case colors = "Colors"
    case connector = "Connector"
    case licenses = "Licenses"
    case monitors = "Monitors"
    case networkEditor = "NetworkEditor"
    case options = "Options"
    case page = "Page"
    case pane = "Pane"
    case panel = "Panel"
    case panelValue = "PanelValue"
    case panes = "Panes"
    case parGroup = "ParGroup"
    case parGroupCollection = "ParGroupCollection"
    case parGroupPulse = "ParGroupPulse"
    case preferences = "Preferences"
    case segment = "Segment"
    case sequence = "Sequence"
    case sequenceBlock = "SequenceBlock"
    case sequenceCollection = "SequenceCollection"
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
        if let spelling = type.parameterSpelling { return spelling }
        return singletons.first { $0.value == type }?.key ?? "a \(type.rawValue)"
    }

    /// What an object of one of these types carries, nil for all others.
    static func payload(of object: PythonObject) -> AnyObject? {
        made.values.first { $0.isType(of: object) }?.payload(of: object, as: AnyObject.self)
    }

    /// What code writes before the name, of those types that lead to parameters.
    private var parameterSpelling: String? {
        switch self {
        case .parGroupCollection: "parGroup"
        case .sequenceCollection: "seq"
        case .blockParameters, .page, .parGroup, .parGroupPulse, .sequence, .sequenceBlock: ""
        default: nil
        }
    }

    /// Whether an object is of the type, which need not be made to tell.
    func isType(of object: PythonObject) -> Bool { Self.made[self]?.isType(of: object) ?? false }

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
        case .colors, .options, .preferences, .networkEditor, .pane, .panes:
            HeadlessMembers.marked("no window shows it; what is set is kept", plainMembers)
        case .monitors: HeadlessMembers.marked("no screen is attached", plainMembers)
        case .licenses: HeadlessMembers.marked("no licence is needed", plainMembers)
        default: plainMembers
        }
    }

    private var plainMembers: [NativeMember] {
        switch self {
        case .blockParameters: BlockParametersType.members
        case .channel: ChannelType.members
        case .colors, .options, .preferences: NamedValuesType.members(of: self)
        case .connector: ConnectorType.members
        case .licenses: SystemTypes.licensesMembers
        case .monitors: SystemTypes.monitorsMembers
        case .networkEditor: PaneTypes.editorMembers
        case .page: PageType.members
        case .pane: PaneTypes.paneMembers
        case .panel: PanelTypes.panelMembers
        case .panelValue: PanelTypes.valueMembers
        case .panes: PaneTypes.listMembers
        case .parGroup: ParGroupType.members
        case .parGroupCollection: ParGroupCollectionType.members
        case .parGroupPulse: ParGroupType.pulseMembers
        case .segment: SegmentType.members
        case .sequence: SequenceType.members
        case .sequenceBlock: SequenceBlockType.members
        case .sequenceCollection: SequenceCollectionType.members
        case .sysInfo: SystemTypes.systemMembers
        case .ui: UIType.members
        case .undo: UndoType.members
        case .vfs: VFSTypes.folderMembers
        case .vfsFile: VFSTypes.fileMembers
        }
    }

    private var base: NativeType? {
        get throws(PythonError) {
            switch self {
            case .networkEditor: try Self.pane.type()
            case .parGroupPulse: try Self.parGroup.type()
            default: nil
            }
        }
    }
}
