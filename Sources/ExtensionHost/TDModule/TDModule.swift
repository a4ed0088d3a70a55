internal import OperatorNetwork
internal import PythonRuntime

/// The module `td`, assembled: its types, its objects and its functions.
///
/// There is one for the life of the process; what its members answer comes from the running ``Host``.
///
/// - Source: <https://docs.derivative.ca/Td_Module>
final class TDModule {
    private(set) static var shared: TDModule?

    /// The types, for those who make instances of them.
    static var types: TDModule {
        guard let shared else { preconditionFailure("td is used before a Host was made") }
        return shared
    }

    let op: NativeType
    let comp: NativeType
    let dat: NativeType
    let cell: NativeType
    let finder: NativeType
    let par: NativeType
    let parCollection: NativeType
    let parent: NativeType
    let ext: NativeType
    let iop: NativeType
    let ipar: NativeType
    let mod: NativeType
    let peer: NativeType
    let run: NativeType
    let runs: NativeType
    let absTime: NativeType
    let project: NativeType
    let app: NativeType
    var parMode: PythonObject?
    /// The module object.
    let object: PythonObject
    /// The classes of operators.
    let classes: OperatorClasses

    /// Makes the module and enters it into `sys.modules`; the second time it is there already.
    static func install() throws(PythonError) {
        guard shared == nil else { return }
        TDErrors.classes = try TDErrors.Classes()
        CellPeerHooks.install()
        FinderObject.install()
        let module = try TDModule()
        shared = module
        try module.fill()
    }

    private init() throws(PythonError) {
        op = try NativeType(
            "td.OP", base: nil, documentation: "An operator.",
            tailSize: MemoryLayout<OperatorTail>.size,
            weakReferencesOffset: MemoryLayout<OperatorTail>.offset(of: \.weakReferences),
            slots: OperatorObject.slots, members: OPType.members)
        OperatorObject.setBase(op)
        comp = try Self.operatorType("COMP", base: op, members: COMPType.members)
        dat = try Self.operatorType(
            "DAT", base: op, slots: TableSubscript.slots, members: DATType.members)
        cell = try NativeType(
            "td.Cell", base: nil, documentation: "One place in a DAT.",
            tailSize: MemoryLayout<CellTail>.size, slots: CellObject.slots,
            members: CellType.members)
        CellObject.setType(cell)
        finder = try NativeType(
            "td.OPShortcut", base: nil, documentation: "Finds operators.",
            tailSize: MemoryLayout<FinderTail>.size, vectorcallOffset: 0,
            slots: FinderObject.slots, members: Shortcuts.globalMembers)
        par = try NativeType("td.Par", members: ParType.members)
        parCollection = try NativeType("td.ParCollection", members: ParCollectionType.members)
        ParameterLookup.install(on: parCollection)
        parent = try NativeType("td.ParentShortcut", members: Shortcuts.parentMembers)
        ext = try NativeType("td.Ext", members: Shortcuts.extMembers)
        iop = try NativeType("td.IOP", members: Shortcuts.iopMembers)
        ipar = try NativeType("td.IPar", members: Shortcuts.iparMembers)
        mod = try NativeType("td.MOD", members: Shortcuts.modMembers)
        peer = try NativeType("td.Peer", members: PeerType.members)
        run = try NativeType("td.Run", members: RunType.members)
        runs = try NativeType("td.Runs", members: RunType.listMembers)
        absTime = try NativeType("td.AbsTime", members: TimeTypes.absoluteMembers)
        project = try NativeType("td.Project", members: ProjectType.members)
        app = try NativeType("td.App", members: AppType.members)
        object = try PythonObject.newModule("td")
        classes = OperatorClasses(module: object, made: ["OP": op, "COMP": comp, "DAT": dat])
    }

    /// The Python type of an operator type.
    func type(of type: OperatorType) throws(PythonError) -> NativeType {
        try classes.class(of: type)
    }

    /// The classes of operators by family, as `families` tells them.
    func families() throws(PythonError) -> PythonObject {
        let families = try PythonObject.dictionary()
        let names = Host.catalog.names
        for family in OperatorFamily.allCases {
            var members: [PythonObject] = []
            for name in names where name.hasSuffix(family.rawValue) {
                if let type = try classes.named(name) { members.append(type.object) }
            }
            try families.setItem(family.rawValue, to: .list(members))
        }
        return families
    }

    /// Whether an object acts as its value in arithmetic.
    func isNumberLike(_ object: PythonObject) -> Bool {
        cell.isType(of: object) || par.isType(of: object)
            || LateType.channel.isType(of: object)
    }

    /// The value that a cell, a parameter or a channel stands for.
    static func plainValue(_ object: PythonObject) throws(PythonError) -> PythonObject {
        if types.par.isType(of: object) {
            return try ParameterAccess.evaluate(ParType.parameter(of: object))
        }
        if LateType.channel.isType(of: object) {
            return try ChannelReference.of(object).current().python()
        }
        return try NumberLike.value(ofText: CellType.text(of: object))
    }

    private static func operatorType(
        _ name: String, base: NativeType, slots: [NativeSlot] = [], members: [NativeMember] = []
    ) throws(PythonError) -> NativeType {
        try NativeType(
            "td.\(name)", base: base, documentation: "",
            tailSize: MemoryLayout<OperatorTail>.size, slots: OperatorObject.slots + slots,
            members: members)
    }

    private func fill() throws(PythonError) {
        try PythonObject.module("sys").attribute("modules").setItem("td", to: object)
        if let errors = TDErrors.classes {
            try object.setAttribute("tdError", to: errors.error)
            try object.setAttribute("tdAttributeError", to: errors.attributeError)
            try object.setAttribute("ThreadConflictError", to: errors.threadConflict)
        }
        for type in [op, comp, dat, cell, par, parCollection, peer, run, runs] {
            try object.setAttribute(type.object.attribute("__name__").text(), to: type.object)
        }
        try object.setAttribute("runs", to: runs.instance(of: Shortcuts.Start(nil)))
        try object.setAttribute("absTime", to: absTime.instance(of: Shortcuts.Start(nil)))
        try object.setAttribute("project", to: project.instance(of: Shortcuts.Start(nil)))
        try object.setAttribute("app", to: app.instance(of: Shortcuts.Start(nil)))
        try GlobalFunctions.fill(object)
        try ScriptScope.fill(object, me: nil, origin: nil)
    }
}
