internal import Foundation

/// The course that comes with the program.
package enum BundledCourse {
    /// Where its lessons lie: beside the program, or in the package it was built from; nil when they
    /// are missing.
    package static let folder: String? = candidates.first {
        FileManager.default.isReadableFile(atPath: "\($0)/track.md")
    }

    private static var candidates: [String] {
        let file = #filePath
        let source = file.firstRange(of: "/Course/BundledCourse.swift").map {
            "\(file[..<$0.lowerBound])/Lessons"
        }
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
            .deletingLastPathComponent().path
        guard let program else { return [source].compactMap { $0 } }
        return [
            "\(program)/Understudy_Learn.resources/Lessons",
            "\(program)/Understudy_Learn.bundle/Lessons",
            "\(program)/../share/understudy/lessons", source,
        ].compactMap { $0 }
    }
}
