/// A whole project as plain data, read from whatever format it is kept in.
package struct ProjectDescription: Sendable, Equatable {
    /// The project's name: the file's or folder's, without suffix.
    package var name: String
    /// The project's file or folder as messages show it.
    package var file: String
    /// The folder that relative paths of the project start from.
    ///
    /// Absolute, with symbolic links resolved.
    package var folder: String
    /// Where the target COMP lives; its parents are plain COMPs.
    package var networkPath: String
    /// The COMP at `networkPath`: its own properties, and the project's top operators as children.
    package var target: OperatorDescription
    /// Whether the file names the target's type; if not, it is a guess.
    package var namesTargetType = true
    /// Whether TouchDesigner exported the network, so that what is not known here is no slip.
    package var isExported = false
    /// Scripts that still need a DAT and wiring, in the file's order.
    package var scripts: [ScriptBlock] = []
    /// Whether nothing in the project says how its scripts are used.
    package var needsDefaultWiring = false
    /// What was read past.
    package var notices: [ProjectNotice] = []

    /// The network file that the project was read from, absolute; nil when it came from another format.
    package var networkFile: String? {
        FilePath.suffix(of: file) == "tdn" ? FileSystem.realPath(of: file) : nil
    }

    /// Starts a description of a project.
    package init(
        name: String, file: String, folder: String, networkPath: String,
        target: OperatorDescription
    ) {
        self.name = name
        self.file = file
        self.folder = folder
        self.networkPath = networkPath
        self.target = target
    }
}
