internal import Exploration
internal import Foundation
internal import PythonRuntime

/// The scenarios that follow from the methods of a loaded project's extensions.
enum ScenarioReader {
    private struct Described: Decodable {
        struct Called: Decodable {
            let frame: Int
            let expression: String
        }

        let name: String
        let calls: [Called]
        let frames: Int?
        let stall: Int?
    }

    /// What `understudy_scenarios` makes of the loaded project, as JSON; empty when it fails, which
    /// means that no extension can be made.
    static var description: String {
        (try? PythonObject.module("understudy_scenarios").callMethod("tell").text()) ?? ""
    }

    /// Reads a description.
    ///
    /// - Parameter description: What `description` gave, in another process.
    /// - Returns: The scenarios; none for what cannot be read.
    static func scenarios(_ description: String) -> [Scenario] {
        let data = Data(description.utf8)
        let described = (try? JSONDecoder().decode([Described].self, from: data)) ?? []
        return described.map { one in
            let calls = one.calls.map { Call(frame: $0.frame, expression: $0.expression) }
            return Scenario(one.name, calls: calls, frames: one.frames, stall: one.stall)
        }
    }
}
