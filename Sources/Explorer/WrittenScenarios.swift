internal import Exploration
internal import ExtensionHost
internal import Foundation
internal import PythonRuntime

/// The scenarios in files that somebody names.
struct WrittenScenarios {
    /// The text of each file.
    let texts: [String: String]
    private let files: [String]

    /// A file has no scenarios that can be read.
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// Reads the files.
    ///
    /// - Parameter files: Their paths, seen from where the program was called.
    /// - Throws: `Unreadable`.
    init(_ files: [String]) throws {
        self.files = files
        var texts: [String: String] = [:]
        for file in files {
            do {
                texts[file] = try String(contentsOfFile: file, encoding: .utf8)
            } catch {
                throw Unreadable(
                    description: "The scenarios in \(file) cannot be read: "
                        + error.localizedDescription)
            }
        }
        self.texts = texts
    }

    /// What the files hold; nothing of them runs.
    ///
    /// - Throws: `Unreadable`.
    var scenarios: [Scenario] {
        get throws {
            var found: [Scenario] = []
            for file in files {
                do throws(PythonError) {
                    let functions = try Self.module().callMethod(
                        "functions", (texts[file] ?? "").python(), file.python()
                    ).elements()
                    for function in functions {
                        let parts = try function.elements()
                        let script = Scenario.Script(file: file, function: try parts[0].text())
                        found.append(Scenario(try parts[1].text(), script: script))
                    }
                    guard functions.isEmpty else { continue }
                } catch {
                    throw Unreadable(
                        description: "The scenarios in \(file) cannot be read: \(error).")
                }
                throw Unreadable(
                    description: "\(file) has no scenario: none of its functions has a name "
                        + "without _ in front.")
            }
            return found
        }
    }

    /// What a function of the files asserts and what is not so.
    ///
    /// - Parameter failure: An exception that reached the host.
    /// - Returns: Nil for any other exception.
    func brokenClaim(_ failure: RunSummary.Failure) -> Defect? {
        guard failure.message.hasPrefix("AssertionError"), let place = failure.place,
            let lines = texts[place.file]?.split(separator: "\n", omittingEmptySubsequences: false),
            lines.indices.contains(place.line - 1)
        else { return nil }
        let source = lines[place.line - 1].trimmingCharacters(in: .whitespaces)
        let words = failure.message.dropFirst("AssertionError".count)
        return Defect(
            .invariant, "What \(failure.activity) asserts is not so\(words).",
            place: Defect.Place(file: place.file, line: place.line, source: source))
    }

    /// The expression that begins a scenario, or lets it go on after a frame.
    ///
    /// - Parameters:
    ///   - script: Where it is written.
    ///   - frames: How many have run.
    /// - Returns: Python.
    func act(_ script: Scenario.Script, after frames: Int) -> String {
        let file = files.firstIndex(of: script.file) ?? 0
        return frames == 0
            ? "\(Self.name).begin(\(file), '\(script.function)', me)" : "\(Self.name).step()"
    }

    /// The expression that ends it, and gives whether it had come to its end.
    static let end = "\(name).end()"

    private static let name = "__import__('understudy_written')"

    private static func module() throws(PythonError) -> PythonObject {
        try PythonObject.module("understudy_written")
    }
}
