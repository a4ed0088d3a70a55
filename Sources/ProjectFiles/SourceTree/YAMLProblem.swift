/// What libyaml says of a text that is no YAML.
struct YAMLProblem: Error {
    /// Whether a character is wrong, not the grammar; then offset and value tell which.
    let isUnreadable: Bool
    /// What is wrong, in libyaml's words.
    let problem: String
    /// Where, counted from 1.
    let line: Int
    /// Where, counted from 1.
    let column: Int
    /// The byte of an unreadable character.
    let offset: Int
    /// The unreadable character.
    let value: Int32
    /// What was being read, in libyaml's words.
    let context: String?
    /// Where that begins, counted from 1.
    let contextLine: Int
}
