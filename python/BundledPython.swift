#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The Python modules that come with Understudy.
public enum BundledPython {
    /// The folder they lie in: beside the program, or in the package it was built from.
    ///
    /// The package's generated accessor would need Foundation, which costs start-up time; the layout
    /// beside the program is the same.
    public static let folder: String = find() ?? sourceFolder

    private static func find() -> String? {
        guard let program = programPath(), let slash = program.lastIndex(of: "/") else {
            return nil
        }
        let folder = program[..<slash]
        let candidates = [
            "\(folder)/Understudy_BundledPython.resources/lib",
            "\(folder)/Understudy_BundledPython.bundle/lib",
            "\(folder)/../lib/understudy/python",
        ]
        return candidates.first { access("\($0)/understudy_threads.py", R_OK) == 0 }
    }

    private static var sourceFolder: String {
        let file = #filePath
        return "\(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])/lib"
    }

    private static func programPath() -> String? {
        #if canImport(Darwin)
        var size: UInt32 = 4096
        var buffer = [CChar](repeating: 0, count: Int(size))
        guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
        #else
        var buffer = [CChar](repeating: 0, count: 4096)
        guard readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else { return nil }
        #endif
        return String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
