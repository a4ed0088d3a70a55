#if canImport(Darwin)
private import Darwin
#elseif canImport(Musl)
private import Musl
#else
private import Glibc
#endif

/// A text file of sorted lines, each a key and its fields between tabs, of which only what is asked for
/// is read.
///
/// The file is mapped, not loaded: a search touches a few of its pages, and the rest stays on the disk.
package nonisolated final class SortedLines: Sendable {
    // SAFETY: the mapping is made once, only ever read, and lives as long as the process.
    private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    private static let tab = UInt8(ascii: "\t")
    private static let newline = UInt8(ascii: "\n")

    /// Maps a file; one that can't be read has no lines.
    package init(file path: String) {
        // SAFETY: see `map`.
        bytes = Self.map(path) ?? UnsafeRawBufferPointer(start: nil, count: 0)
    }

    /// The fields of the first line with a key, without the key; `nil` without such a line.
    package func fields(of key: String) -> [Substring]? {
        let start = lowerBound(of: key)
        return start < bytes.count ? fields(at: start, of: key)?.fields : nil
    }

    /// The fields of every line with a key, in order.
    package func allFields(of key: String) -> [[Substring]] {
        var start = lowerBound(of: key)
        var found: [[Substring]] = []
        while start < bytes.count, let line = fields(at: start, of: key) {
            found.append(line.fields)
            start = line.end
        }
        return found
    }

    /// The keys that begin with a prefix, in order.
    package func keys(beginningWith prefix: String) -> [String] {
        var start = lowerBound(of: prefix)
        var found: [String] = []
        while start < bytes.count {
            let end = endOfLine(from: start)
            let line = bytes[start..<end]
            let key = String(decoding: line.prefix { $0 != Self.tab }, as: UTF8.self)
            guard key.hasPrefix(prefix) else { break }
            found.append(key)
            start = end + 1
        }
        return found
    }

    private func fields(at start: Int, of key: String) -> (fields: [Substring], end: Int)? {
        let end = endOfLine(from: start)
        let line = String(decoding: bytes[start..<end], as: UTF8.self)
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.first.map({ $0 == key }) ?? false else { return nil }
        return (Array(fields.dropFirst()), end + 1)
    }

    /// Where the first line begins whose key is not below `key`.
    private func lowerBound(of key: String) -> Int {
        let wanted = Array(key.utf8)
        var (low, high) = (0, bytes.count)
        while low < high {
            var start = low + (high - low) / 2
            while start > low, bytes[start - 1] != Self.newline { start -= 1 }
            let end = endOfLine(from: start)
            let found = bytes[start..<end].prefix { $0 != Self.tab }
            if found.lexicographicallyPrecedes(wanted) {
                low = end + 1
            } else {
                high = start
            }
        }
        return low
    }

    private func endOfLine(from start: Int) -> Int {
        bytes[start...].firstIndex(of: Self.newline) ?? bytes.count
    }

    private static func map(_ path: String) -> UnsafeRawBufferPointer? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
        let size = Int(clamping: status.st_size)
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
            start != MAP_FAILED
        else { return nil }
        // SAFETY: the mapping is as long as the file and is never taken away.
        return UnsafeRawBufferPointer(start: start, count: size)
    }
}
