internal import Foundation

/// What the program that controls threads says to the one that asked, and how that gets across.
///
/// The project's code runs in the program that answers. So an answer counts only behind a key that
/// comes with the question, over standard input, and is nowhere else than in that program's memory.
package enum ExplorerAnswer: Sendable, Codable {
    case explored(ExplorationReport)
    case replayed(ReplayReport)
    case played(PlayReport)
    /// Nothing was run, and why.
    case refused(String)

    /// A question: what to do, and the key of the answer to it.
    package struct Question: Sendable, Codable {
        package let key: String
        package let options: ExploreOptions

        /// Asks with a new key.
        package init(_ options: ExploreOptions) {
            self.options = options
            key = (0..<2).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 16) }
                .joined(separator: "-")
        }
    }

    /// The bytes that carry the answer.
    ///
    /// - Parameter key: That of the question.
    /// - Returns: Nothing if it cannot be written.
    package func bytes(key: String) -> [UInt8] {
        guard let json = try? JSONEncoder().encode(self) else { return [] }
        return Array("\(key)\n".utf8) + json
    }

    /// Reads an answer.
    ///
    /// - Parameters:
    ///   - bytes: What came back.
    ///   - key: That of the question; nothing counts that does not begin with it.
    package init?(_ bytes: [UInt8], key: String) {
        let head = Array("\(key)\n".utf8)
        guard bytes.starts(with: head),
            let answer = try? JSONDecoder().decode(
                Self.self, from: Data(bytes.dropFirst(head.count)))
        else { return nil }
        self = answer
    }
}
