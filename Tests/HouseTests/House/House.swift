import Foundation

/// The repository as the rules see it: its files, read once.
struct House: Sendable {
    /// The files, ordered by path.
    let files: [HouseFile]

    init(_ files: [HouseFile]) {
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The file at `path`, counted from the top of the repository.
    subscript(path: String) -> HouseFile? { files.first { $0.path == path } }

    /// Whether `path` names a file or a folder with a file in it.
    func contains(_ path: String) -> Bool {
        files.contains { $0.path == path || $0.isBelow(path) }
    }

    /// The files below one of `folders` whose kind is one of `kinds`.
    func files(below folders: [String], kinds: Set<String>) -> [HouseFile] {
        files.filter { file in
            kinds.contains(file.kind) && folders.contains { file.isBelow($0) }
        }
    }
}

extension House {
    /// The repository that this test stands in.
    static let here = House(readFiles(below: root))

    /// The top folder: the nearest one above this file that holds a package and its sources.
    static let root: URL = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let isTop = ["Package.swift", "Sources"].allSatisfy {
                FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
            }
            if isTop { break }
        }
        return folder
    }()

    /// The paths that git keeps, or nothing where the folder is no clone or git is not there.
    static func trackedPaths() -> [String]? {
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "-C", root.path, "ls-files", "-z"]
        // A hook's variables would lead git to another repository.
        git.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        let output = Pipe()
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        do {
            try git.run()
            let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
            git.waitUntilExit()
            guard git.terminationStatus == 0 else { return nil }
            return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        } catch {
            return nil
        }
    }

    private static func readFiles(below root: URL) -> [HouseFile] {
        let base = root.path.hasSuffix("/") ? root.path : root.path + "/"
        guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
        var files: [HouseFile] = []
        while let path = walk.nextObject() as? String {
            if isBuilt(path) {
                walk.skipDescendants()
            } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular,
                let bytes = FileManager.default.contents(atPath: base + path)
            {
                files.append(HouseFile(path: path, bytes: Array(bytes)))
            }
        }
        return files
    }

    /// Whether a path belongs to a tool and not to the project.
    private static func isBuilt(_ path: String) -> Bool {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name == ".git" || name == "__pycache__" || name == ".pytest_cache"
            || name == ".ruff_cache" || name.hasPrefix(".build") || name.hasPrefix(".venv")
    }
}
