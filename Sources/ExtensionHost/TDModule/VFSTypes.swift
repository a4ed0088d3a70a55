internal import OperatorNetwork
internal import PythonRuntime

/// `td.VFS` and `td.VFSFile`: the files that a component carries inside it.
///
/// - Source: <https://docs.derivative.ca/VFS_Class>, <https://docs.derivative.ca/VFSFile_Class>
enum VFSTypes {
    static var folderMembers: [NativeMember] {
        [
            .property("owner") { object throws(PythonError) in
                try folder(of: object).owner().python()
            },
            .method("__len__") { call throws(PythonError) in
                try folder(of: call.owner).files.count.python()
            },
            .method("__iter__") { call throws(PythonError) in
                try folder(of: call.owner).files.map(\.name).python().callMethod("__iter__")
            },
            .method("__getitem__", "name") { call throws(PythonError) in
                let name = try call.string(0)
                guard let file = try folder(of: call.owner).file(named: name) else {
                    throw TDErrors.error("There is no virtual file '\(name)'.")
                }
                return try LateType.vfsFile.instance(of: file)
            },
            .method("find", "pattern='*'") { call throws(PythonError) in
                var found: [PythonObject] = []
                for file in try matching(call.owner, call[0]) {
                    found.append(try LateType.vfsFile.instance(of: file))
                }
                return try found.python()
            },
            .method("addByteArray", "byteArray, name") { call throws(PythonError) in
                try add(to: call.owner, call[0], call.string(1), from: "")
            },
            .method("addFile", "filePath, overrideName=None") { call throws(PythonError) in
                let path = try call[0].text()
                let base = try PythonObject.module("os.path").callMethod("basename", call[0])
                let name = try call[1].isNone ? base.text() : call.string(1)
                return try add(to: call.owner, Self.read(path), name, from: path)
            },
            .method("export", "folder, pattern='*', overwrite=False") { call throws(PythonError) in
                var written: [String] = []
                for file in try matching(call.owner, call[1]) {
                    written.append(
                        try file.export(to: call[0].text(), overwriting: call.bool(2)))
                }
                return try written.python()
            },
        ]
    }

    static var fileMembers: [NativeMember] {
        [
            .property(
                "name", get: { object throws(PythonError) in try file(of: object).name.python() },
                set: { object, value throws(PythonError) in
                    try file(of: object).rename(to: value.text())
                }),
            .property(
                "byteArray",
                get: { object throws(PythonError) in
                    try PythonObject.module("builtins")
                        .callMethod("bytearray", file(of: object).bytes)
                },
                set: { object, value throws(PythonError) in try file(of: object).write(value) }),
            .property("size") { object throws(PythonError) in
                try file(of: object).bytes.count().python()
            },
            .property("date") { object throws(PythonError) in try file(of: object).date },
            .property("virtualPath") { object throws(PythonError) in
                let file = try file(of: object)
                return try "vfs:\(file.folder.owner().path):\(file.name)".python()
            },
            .property("originalFilePath") { object throws(PythonError) in
                try file(of: object).origin.python()
            },
            .property("owner") { object throws(PythonError) in
                try file(of: object).folder.owner().python()
            },
            .method("destroy") { call throws(PythonError) in
                let file = try file(of: call.owner)
                file.folder.files.removeAll { $0 === file }
                return .none
            },
            .method("export", "folder") { call throws(PythonError) in
                try file(of: call.owner).export(to: call[0].text(), overwriting: true).python()
            },
        ]
    }

    private static func add(
        to object: PythonObject, _ content: PythonObject, _ name: String, from origin: String
    ) throws(PythonError) -> PythonObject {
        let folder = try folder(of: object)
        let file = try VirtualFile(name, content, in: folder, from: origin)
        folder.files.removeAll { $0.name == name }
        folder.files.append(file)
        return try LateType.vfsFile.instance(of: file)
    }

    private static func matching(
        _ object: PythonObject, _ pattern: PythonObject
    ) throws(PythonError) -> [VirtualFile] {
        let pattern = Pattern(try String(python: pattern))
        return try folder(of: object).files.filter { pattern.matches($0.name) }
    }

    private static func read(_ path: String) throws(PythonError) -> PythonObject {
        let file = try PythonObject.module("io").callMethod("open", path.python(), "rb".python())
        let bytes = try file.callMethod("read")
        try file.callMethod("close")
        return bytes
    }

    private static func folder(of object: PythonObject) throws(PythonError) -> VirtualFolder {
        let folder = try LateType.vfs.payload(of: object, as: VirtualFolder.self)
        _ = try folder.owner()
        return folder
    }

    private static func file(of object: PythonObject) throws(PythonError) -> VirtualFile {
        let file = try LateType.vfsFile.payload(of: object, as: VirtualFile.self)
        guard file.folder.files.contains(where: { $0 === file }) else {
            throw TDErrors.error("Invalid VFSFile object: the virtual file has been destroyed.")
        }
        _ = try file.folder.owner()
        return file
    }
}
