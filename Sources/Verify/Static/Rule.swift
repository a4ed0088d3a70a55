/// One thing that is looked for in the scripts of a project.
///
/// Each rule has a document of its number beside the code: its page, its examples and its tests.
package protocol Rule: Sendable {
    /// Its number, such as `TH101`.
    static var id: String { get }
    /// Its name: the pattern it finds, never the cure.
    static var name: String { get }
    /// What it finds, in a few words.
    static var title: String { get }
    /// How bad it is, unless a finding says otherwise.
    static var severity: Severity { get }
    /// What to do about it, in one sentence.
    static var help: String { get }

    /// Looks through the scripts of a project.
    static func find(in analysis: Analysis) -> [Finding]
}

extension Rule {
    /// A finding of this rule.
    static func finding(
        _ message: String, at span: SourceSpan, in script: Script, severity: Severity? = nil,
        notes: [Finding.Note] = [], help: String? = nil, fix: Fix? = nil
    ) -> Finding {
        Finding(
            rule: id, name: name, severity: severity ?? self.severity, message: message,
            location: SourceLocation(span, of: script), notes: notes, help: help ?? self.help,
            fix: fix)
    }
}
