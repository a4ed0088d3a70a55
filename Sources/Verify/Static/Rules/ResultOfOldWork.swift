/// A result that comes from work begun before a restart.
package enum ResultOfOldWork: RunTimeRule {
    package static let id = "TH406"
    package static let name = "ResultOfOldWork"
    package static let title = "a result of work that was given up is used"
    package static let severity = Severity.warning
    package static let help =
        "Number the jobs, put the number with the result, and drop what has an old one."
    package static let finder = "understudy verify, with an --invariant"
}
