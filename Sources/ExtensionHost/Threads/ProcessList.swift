#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The processes of this machine, as Linux tells them.
///
/// Python would let go of the GIL with every file that it reads, and at the end of a run wait for busy
/// workers each time.
nonisolated enum ProcessList {
    /// Describes processes that run.
    ///
    /// - Parameter number: The system's number for one; 0 for all.
    /// - Returns: A line for each: its number, its parent's, its session's, and when it was started in clock
    ///   ticks since the machine was.
    /// - Thread: any
    static func lines(of number: Int) -> String {
        let numbers = number == 0 ? all : [number]
        return numbers.compactMap(line).joined(separator: "\n")
    }

    private static var all: [Int] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var found: [Int] = []
        while let entry = readdir(folder) {
            // SAFETY: the system ends the name with a zero, inside of its field.
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let number = Int(name, radix: 10) { found.append(number) }
        }
        return found
    }

    private static func line(_ number: Int) -> String? {
        let file = open("/proc/\(number)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1024)
        let count = read(file, &bytes, bytes.count)
        // A program may be called anything, also what looks like the end of its name.
        guard count > 0, let end = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else {
            return nil
        }
        let fields = String(decoding: bytes[(end + 1)..<count], as: UTF8.self).split(separator: " ")
        guard fields.count >= 20, fields[0] != "Z", fields[0] != "X" else { return nil }
        return "\(number) \(fields[1]) \(fields[3]) \(fields[19])"
    }
}
