internal import Foundation

/// A finding of the static check, read from that check's own JSON.
struct CheckFinding: Decodable {
    let rule: String
    let severity: String
    let message: String
    let help: String
    let file: String
    let line: Int

    /// Reads all findings.
    ///
    /// - Parameter json: The check's JSON.
    /// - Returns: Its findings; none of what cannot be read.
    static func all(in json: String) -> [CheckFinding] {
        struct Check: Decodable { let findings: [CheckFinding] }
        return (try? JSONDecoder().decode(Check.self, from: Data(json.utf8)))?.findings ?? []
    }
}
