package import OperatorNetwork

/// One operator as plain data, with everything inside it.
///
/// Only what a file says is here; what it leaves out is empty or nil and keeps the default of the
/// operator's type.
package struct OperatorDescription: Sendable, Equatable {
    /// The operator's name, unique among its siblings; empty only for the root.
    package var name: String
    /// The full type name, such as `textDAT`.
    package var type: String
    /// Where the operator is described.
    package var place: SourcePlace
    /// Built-in parameters in the file's order.
    package var parameters: [ParameterAssignment] = []
    /// Custom parameters by page.
    package var customPages: [CustomPageDescription] = []
    /// Parameter sequences in the file's order.
    package var sequences: [SequenceDescription] = []
    /// Flags that differ from the type's own.
    package var flags: [FlagSetting] = []
    /// What `store` put there.
    package var storage: [NamedValue] = []
    /// What `storeStartupValue` put there.
    package var startupStorage: [NamedValue] = []
    /// Wired sources by input index: a sibling's name or a path, nil for a gap.
    package var inputs: [String?] = []
    /// Wired sources of a COMP's own connectors, as `inputs`.
    package var compInputs: [String?] = []
    /// What a DAT holds; nil when the file says nothing of it.
    package var content: ContentDescription?
    /// The file of the project that holds the content, where the network file is to name one.
    package var contentFile: String?
    /// The first line of the content, in the file it came from.
    package var contentPlace: SourcePlace?
    /// Where the node lies in the network editor.
    ///
    /// - Shape: x, y
    package var position: [Double]?
    /// How large the node is drawn.
    ///
    /// - Shape: width, height
    package var size: [Double]?
    /// The node's colour.
    ///
    /// - Shape: red, green, blue
    /// - Units: 0 to 1
    package var color: [Double]?
    /// The node's comment.
    package var comment: String?
    /// The node's tags.
    package var tags: [String] = []
    /// The operator it is docked to: a sibling's name or a path.
    package var dock: String?
    /// The operators inside, in order.
    package var children: [OperatorDescription] = []
    /// The Annotate COMPs inside, which explain the network and are found only by who asks for them.
    package var annotations: [OperatorDescription] = []

    /// Starts a description that has nothing but its name, type and place.
    package init(name: String, type: String, place: SourcePlace) {
        self.name = name
        self.type = type
        self.place = place
    }

    /// Whether a toggle of its own parameters is turned on as a constant, or nothing is said of it and it
    /// is on by default.
    func isOn(_ name: String, byDefault: Bool = false) -> Bool {
        guard let assignment = parameters.last(where: { $0.name == name }) else { return byDefault }
        guard case .constant(let value) = assignment.setting else { return false }
        return value == .bool(true) || value == .int(1) || value == .string("on")
    }
}
