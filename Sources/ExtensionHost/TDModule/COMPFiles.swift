internal import OperatorNetwork
internal import PythonRuntime

/// The members of `td.COMP` about files and privacy.
///
/// - Source: <https://docs.derivative.ca/COMP_Class>
enum COMPFiles {
    static var members: [NativeMember] { loading + saving + privacy }

    private static var loading: [NativeMember] {
        [
            .calling("loadTox", "filepath, unwired=False, pattern=None, password=None") {
                node, call throws(PythonError) in
                try load(call.string(0), into: node)
            },
            .calling("loadByteArray", "byteArray, unwired=False, pattern=None, password=None") {
                _, call throws(PythonError) in
                guard try call[0].count() > 0 else {
                    throw TDErrors.error("Input bytearray object has 0 length.")
                }
                throw binary("loadByteArray()")
            },
            .calling("reload", "filepath, password=None") { node, call throws(PythonError) in
                let path = try call.string(0)
                guard exists(path) else { throw TDErrors.error("Error reloading component.") }
                try Host.running.reload(node, from: path)
                return PythonObject.none
            },
        ]
    }

    private static var saving: [NativeMember] {
        [
            .calling("save", "filepath=None, createFolders=False, password=None") {
                node, call throws(PythonError) in
                let path = try call[0].isNone ? "\(node.name).tox" : call[0].text()
                if try call.bool(1) {
                    let folder = try PythonObject.module("os.path").attribute("dirname")
                        .call(path.python())
                    if try folder.isTrue() {
                        try PythonObject.module("os").attribute("makedirs").call(
                            arguments: [folder], keywords: [("exist_ok", true.python())])
                    }
                }
                return try Host.running.save(node, to: path)
            },
            .calling("saveByteArray", "password=None") { _, _ throws(PythonError) in
                throw binary("saveByteArray()")
            },
            .calling("saveExternalTox", "recurse=False, password=None") {
                node, call throws(PythonError) in
                var saved = 0
                for child in try call.bool(0) ? node.withDescendants : [node] {
                    guard case .string(let path)? = child.parameters.value(of: "externaltox"),
                        !path.isEmpty
                    else { continue }
                    _ = try Host.running.save(child, to: path)
                    saved += 1
                }
                return saved
            },
            .reading("vfs") { node throws(PythonError) in
                try LateType.vfs.instance(of: Host.running.components.folder(of: node))
            },
            .reading("dirty") { node throws(PythonError) in
                try Host.running.components.unsaved.contains(node)
            },
        ]
    }

    /// Nothing is private here: what Understudy reads are text files.
    private static var privacy: [NativeMember] {
        [
            .reading("isPrivate") { _ in false },
            .reading("isPrivacyActive") { _ in false },
            .reading("isPrivacyLicensed") { _ in false },
            .reading("privacyFirmCode") { _ in 0 },
            .reading("privacyProductCode") { _ in 0 },
            .reading("privacyDeveloperName") { _ in "" },
            .reading("privacyDeveloperEmail") { _ in "" },
            .calling("accessPrivateContents", "key") { _, _ in false },
            .calling("removePrivacy", "key") { _, _ in false },
            OPSession.nothing("blockPrivateContents", "key"),
            .calling("addPrivacy", "key, developerName=None") { _, _ throws(PythonError) in
                throw TDErrors.error(
                    "addPrivacy() needs a TouchDesigner Pro license; Understudy's files are text.")
            },
        ]
    }

    /// A missing file gives None, as in TouchDesigner; one that cannot be read says why.
    private static func load(
        _ path: String, into node: Operator
    ) throws(PythonError) -> any PythonConvertible {
        let host = try Host.running
        guard exists(path) else {
            if let standIn = try StandIns.component(ofPalette: path, in: node) { return standIn }
            host.textport.say("[understudy] loadTox: there is no file \(path), so it gives None.")
            return PythonObject.none
        }
        return try host.load(path, into: node)
    }

    /// Whether there is a file, or the text form that stands in for it.
    private static func exists(_ path: String) -> Bool {
        guard let isFile = try? PythonObject.module("os.path").attribute("exists") else {
            return true
        }
        let base = path.hasSuffix(".tox") ? String(path.dropLast(4)) : path
        return [path, "\(base).tdn", "\(path).tdn", "\(path).dir"].contains { candidate in
            (try? isFile.call(candidate.python()).isTrue()) ?? false
        }
    }

    private static func binary(_ member: String) -> PythonError {
        TDErrors.error(
            "\(member) works on TouchDesigner's binary form, which only TouchDesigner reads and "
                + "writes; save() and loadTox() use the text form.")
    }
}
