/// What people see and read of an operator beside its place: few operators differ from a fresh one.
final class OperatorLooks {
    fileprivate(set) var width = Operator.standardWidth
    fileprivate(set) var height = Operator.standardHeight
    fileprivate(set) var color = OperatorColor.standard
    fileprivate(set) var comment = ""
    fileprivate(set) var tags: Set<String> = []
    fileprivate(set) var startStorage: [NamedValue] = []
    fileprivate(set) var copiedStorage: AnyObject?
    fileprivate(set) var origin: SourceOrigin?
    fileprivate(set) var currentPage: String?
}

extension Operator {
    package var nodeWidth: Int {
        get { madeLooks?.width ?? Self.standardWidth }
        set { if newValue != nodeWidth { looks.width = newValue } }
    }

    package var nodeHeight: Int {
        get { madeLooks?.height ?? Self.standardHeight }
        set { if newValue != nodeHeight { looks.height = newValue } }
    }

    package var color: OperatorColor {
        get { madeLooks?.color ?? .standard }
        set { if newValue != color { looks.color = newValue } }
    }

    package var comment: String {
        get { madeLooks?.comment ?? "" }
        set { if newValue != comment { looks.comment = newValue } }
    }

    package var tags: Set<String> {
        get { madeLooks?.tags ?? [] }
        set { if newValue != tags { looks.tags = newValue } }
    }

    /// What the storage holds at the start, for the layer above, which keeps the storage itself.
    package var startStorage: [NamedValue] {
        get { madeLooks?.startStorage ?? [] }
        set { if !newValue.isEmpty || madeLooks != nil { looks.startStorage = newValue } }
    }

    /// The storage that came along with a copy, until the layer above takes it over.
    package var copiedStorage: AnyObject? {
        get { madeLooks?.copiedStorage }
        set { if newValue != nil || madeLooks != nil { looks.copiedStorage = newValue } }
    }

    /// Where the content comes from, for messages.
    package var origin: SourceOrigin? {
        get { madeLooks?.origin }
        set { if newValue != origin { looks.origin = newValue } }
    }

    /// The page of parameters that people see, the first one before they chose.
    package var currentPage: String? {
        get { madeLooks?.currentPage }
        set { if newValue != currentPage { looks.currentPage = newValue } }
    }

    private var looks: OperatorLooks {
        if let madeLooks { return madeLooks }
        let made = OperatorLooks()
        madeLooks = made
        return made
    }
}
