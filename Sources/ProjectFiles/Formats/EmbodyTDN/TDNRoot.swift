/// Finds the folder that a network file's references start from.
///
/// Embody keeps the file of `/a/b` in `a/b.tdn` below one folder, and every reference starts from
/// that folder. A file kept elsewhere starts from its own folder.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md>
enum TDNRoot {
    /// Goes up from a file as far as the names of its network path match.
    ///
    /// - Parameters:
    ///   - path: The network file.
    ///   - networkPath: The path of the COMP that it holds.
    /// - Returns: The folder, as relative or absolute as the path was.
    static func folder(of path: String, networkPath: String) -> String {
        let near = FilePath.folder(of: path)
        var names = networkPath.split(separator: "/").map(String.init)
        guard let last = names.popLast(), last == FilePath.stem(of: path), !names.isEmpty else {
            return near
        }
        guard let real = FileSystem.realPath(of: near) else { return near }
        let folders = real.split(separator: "/").map(String.init)
        guard folders.count >= names.count, Array(folders.suffix(names.count)) == names else {
            return near
        }
        let parts = near == "." ? [] : near.split(separator: "/").map(String.init)
        guard parts.count >= names.count, Array(parts.suffix(names.count)) == names else {
            return "/" + folders.dropLast(names.count).joined(separator: "/")
        }
        let above = parts.dropLast(names.count).joined(separator: "/")
        if near.hasPrefix("/") { return "/" + above }
        return above.isEmpty ? "." : above
    }
}
