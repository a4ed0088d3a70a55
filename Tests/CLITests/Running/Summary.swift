import Foundation

/// The parts of a run's JSON that tests ask for.
struct Summary: Decodable {
    /// An exception.
    struct Failure: Decodable {
        let source: String
        let message: String
        let count: Int
        let place: Place?
    }

    /// A line of a file.
    struct Place: Decodable {
        let file: String
        let line: Int
    }

    /// A thread that the project started.
    struct Thread: Decodable {
        let name: String
        let startedFrame: Int?
        let isAlive: Bool
        let ownerEndedFrame: Int?
    }

    /// A process that the project started.
    struct Child: Decodable {
        let command: String
    }

    /// Frames that were late because a thread held the GIL.
    struct HoldUp: Decodable {
        let thread: String
        let place: String?
        let seconds: Double
        let count: Int
    }

    let exitCode: Int32
    let frames: Int
    let holdUps: [HoldUp]
    let values: [String: String?]
    let failures: [Failure]
    let threads: [Thread]
    let children: [Child]

    /// The value of an expression; nil when it failed or was not asked for.
    func value(_ expression: String) -> String? { values[expression] ?? nil }

    /// Reads what a run wrote to standard output.
    init(_ output: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(output.utf8))
    }
}
