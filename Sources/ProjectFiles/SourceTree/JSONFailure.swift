/// Why a text was not read as JSON.
enum JSONFailure: Error {
    /// It breaks JSON's grammar; another notation may fit.
    case notJSON(ProjectError)
    /// It is JSON, but too deep or too much.
    case refused(ProjectError)
}
