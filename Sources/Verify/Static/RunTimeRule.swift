/// A rule whose breach shows only when the project runs.
///
/// No text of a program tells it apart from what is right. It has its page and its number, and `check`
/// does not look for it.
package protocol RunTimeRule: Rule {
    /// What finds it, such as `understudy verify`.
    static var finder: String { get }
}

extension RunTimeRule {
    package static func find(in analysis: Analysis) -> [Finding] { [] }
}
