internal import OperatorNetwork
internal import PythonRuntime

/// The files that one component carries inside it.
///
/// - Source: <https://docs.derivative.ca/VFS_Class>
final class VirtualFolder {
    var files: [VirtualFile] = []
    private weak var component: Operator?

    init(_ component: Operator) { self.component = component }

    func file(named name: String) -> VirtualFile? { files.first { $0.name == name } }

    /// The component.
    ///
    /// - Throws: `td.tdError` once it is destroyed.
    func owner() throws(PythonError) -> Operator {
        guard let component, component.isValid else { throw TDErrors.invalidOperator }
        return component
    }
}

/// One file in a component.
///
/// - Source: <https://docs.derivative.ca/VFSFile_Class>
final class VirtualFile {
    let folder: VirtualFolder
    /// Where it lay on disk; empty when it came from a byte array.
    let origin: String
    private(set) var name: String
    private(set) var bytes: PythonObject
    private(set) var date: PythonObject

    init(
        _ name: String, _ content: PythonObject, in folder: VirtualFolder, from origin: String
    ) throws(PythonError) {
        self.name = try Self.checked(name)
        self.folder = folder
        self.origin = origin
        bytes = try PythonObject.module("builtins").callMethod("bytes", content)
        date = try Self.now()
    }

    func rename(to name: String) throws(PythonError) {
        let checked = try Self.checked(name)
        guard folder.file(named: checked).map({ $0 === self }) ?? true else {
            throw TDErrors.error("There is a virtual file '\(checked)' already.")
        }
        self.name = checked
    }

    func write(_ content: PythonObject) throws(PythonError) {
        bytes = try PythonObject.module("builtins").callMethod("bytes", content)
        date = try Self.now()
    }

    /// Writes the file to disk, below a folder.
    ///
    /// - Returns: The path that it has there.
    /// - Throws: `OSError`; `td.tdError` when there is a file that is to stay.
    func export(to folder: String, overwriting: Bool) throws(PythonError) -> String {
        let paths = try PythonObject.module("os.path")
        let path = try paths.callMethod("join", folder.python(), name.python())
        if !overwriting, try paths.callMethod("exists", path).isTrue() {
            throw TDErrors.error("\(try path.text()) exists; overwrite=True replaces it.")
        }
        try PythonObject.module("os").attribute("makedirs").call(
            arguments: [paths.callMethod("dirname", path)], keywords: [("exist_ok", true.python())])
        let file = try PythonObject.module("io").callMethod("open", path, "wb".python())
        try file.callMethod("write", bytes)
        try file.callMethod("close")
        return try path.text()
    }

    /// The name may lead into folders, but not out of where it is exported to.
    private static func checked(_ name: String) throws(PythonError) -> String {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(""), !parts.contains("..") else {
            throw TDErrors.error(
                "'\(name)' is no name of a virtual file: it may include slashes, but neither begin "
                    + "with one nor lead out of a folder.")
        }
        return name
    }

    private static func now() throws(PythonError) -> PythonObject {
        try PythonObject.module("datetime").attribute("datetime").callMethod("now")
    }
}
