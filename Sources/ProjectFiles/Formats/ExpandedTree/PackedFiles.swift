/// What the files `.lod` of an expanded tree hold: the files and folders inside a COMP, packed into one.
///
/// A file is the byte 0x34, the length of its name with the zero behind it, the length of its content in
/// four bytes, the highest first, the name, the zero and the content. A folder is 0x36, 0x34, the
/// length of its name, the name and a zero, then what lies in it, and 0x35.
///
/// - Source: <https://github.com/rootnotez/td-snapshot/blob/main/toeexpand/FORMAT.md>
struct PackedFiles {
    private var names: [String: [String]] = [:]
    private var contents: [String: ArraySlice<UInt8>] = [:]

    /// What lies in a packed folder, in its order; nil when no such folder is packed.
    func names(in folder: String) -> [String]? { names[folder] }

    /// What a packed file holds; nil when no such file is packed.
    func content(of path: String) -> ArraySlice<UInt8>? { contents[path] }

    /// Takes a packed file apart; what lies in it is found under its path, as in a folder.
    ///
    /// - Throws: `ProjectError` when it is cut short, too deep, holds too many files or other records.
    mutating func unpack(_ bytes: [UInt8], at path: String) throws(ProjectError) {
        var rest = bytes[...]
        var folders = [path]
        names[path] = []
        while let kind = rest.popFirst() {
            let folder = folders[folders.count - 1]
            switch kind {
            case 0x34:
                guard let length = rest.popFirst(), let size = Self.number(&rest),
                    let name = Self.name(Int(length), &rest), size <= rest.count
                else { throw Self.broken(path, "ends inside of a record") }
                add(name, to: folder, content: rest.prefix(size))
                rest = rest.dropFirst(size)
            case 0x36:
                guard rest.popFirst() == 0x34, let length = rest.popFirst(),
                    let name = Self.name(Int(length), &rest)
                else { throw Self.broken(path, "ends inside of a record") }
                try NestingDepth.check(folders.count, at: SourcePlace(file: path, line: 1))
                add(name, to: folder, content: nil)
                folders.append(FilePath.join(folder, name))
            case 0x35 where folders.count > 1: folders.removeLast()
            default: throw Self.broken(path, "holds what is neither a file nor a folder")
            }
            guard contents.count + names.count <= ReadingLimits.folderEntries * 10 else {
                throw Self.broken(path, "holds more than a million files")
            }
        }
    }

    private mutating func add(_ name: String, to folder: String, content: ArraySlice<UInt8>?) {
        let path = FilePath.join(folder, name)
        guard contents[path] == nil, names[path] == nil else { return }
        names[folder, default: []].append(name)
        if let content { contents[path] = content } else { names[path] = [] }
    }

    private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= 4 else { return nil }
        defer { rest = rest.dropFirst(4) }
        return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    /// Reads a name of so many bytes, of which the last is zero.
    private static func name(_ length: Int, _ rest: inout ArraySlice<UInt8>) -> String? {
        guard length > 1, length <= rest.count else { return nil }
        defer { rest = rest.dropFirst(length) }
        return String(decoding: rest.prefix(length - 1), as: UTF8.self)
    }

    private static func broken(_ path: String, _ what: String) -> ProjectError {
        ProjectError(
            file: path, reason: "The packed part of the tree \(what).",
            suggestion: "Expand the .toe or .tox again.")
    }
}
