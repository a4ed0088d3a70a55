/// Whether what is not known stops the making of a network, or is noted and left out.
///
/// In a file that people write it is a slip to be told at once; one that TouchDesigner exported is
/// right, and the rest of it is worth having.
///
/// - Source: <https://github.com/dylanroscover/Embody/blob/main/docs/tdn/specification.md#failure-modes>
@MainActor
final class Tolerance {
    /// Whether failures are noted.
    var isOn = false
    /// What was left out.
    private(set) var notices: [ProjectNotice] = []

    /// Tries something.
    ///
    /// - Returns: Its result; nil when it failed and that was noted.
    /// - Throws: Its error, where nothing is tolerated.
    @discardableResult
    func attempt<Result>(
        _ body: () throws(ProjectError) -> Result
    ) throws(ProjectError) -> Result? {
        do throws(ProjectError) {
            return try body()
        } catch {
            guard isOn else { throw error }
            notices.append(
                ProjectNotice(
                    file: error.file, line: error.line, text: "\(error.reason) It was left out."))
            return nil
        }
    }
}
