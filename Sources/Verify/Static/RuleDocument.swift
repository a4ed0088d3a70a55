#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// The pages of the rules: what each finds, why it matters, an example that breaks it and one that keeps it.
package enum RuleDocument {
    /// A rule's page in Markdown; nil when it is not beside the program.
    package static func text(of rule: any Rule.Type) -> String? {
        guard let folder else { return nil }
        return read("\(folder)/\(rule.id).md")
    }

    /// Where the pages lie: beside the program, or in the package it was built from.
    package static let folder: String? = candidates.first { access("\($0)/TH101.md", R_OK) == 0 }

    private static var candidates: [String] {
        let file = #filePath
        let source =
            "\(file[..<(file.firstRange(of: "/Static/")?.lowerBound ?? file.endIndex)])/Documents"
        guard let program = programFolder else { return [source] }
        return [
            "\(program)/Understudy_Verify.resources/Documents",
            "\(program)/Understudy_Verify.bundle/Documents",
            "\(program)/../share/understudy/rules", source,
        ]
    }

    private static var programFolder: Substring? {
        var buffer = [CChar](repeating: 0, count: 4096)
        #if canImport(Darwin)
        var size = UInt32(buffer.count)
        guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
        #else
        guard readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else { return nil }
        #endif
        let path = String(
            decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path.lastIndex(of: "/").map { path[..<$0] }
    }

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
