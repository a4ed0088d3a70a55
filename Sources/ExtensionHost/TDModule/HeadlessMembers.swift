internal import PythonRuntime

/// Members that are there and answer as where nobody is: nothing opens, and what is set is only kept.
///
/// They do less than in TouchDesigner without raising anything, so `understudy api` counts them apart from
/// what is live (decision 0010).
enum HeadlessMembers {
    /// What the `__doc__` of each begins with; `understudy api` looks for it.
    static let mark = "Headless:"

    /// Marks members.
    ///
    /// - Parameters:
    ///   - why: What is not there, and what they do instead, for their `__doc__`.
    ///   - members: The members.
    /// - Returns: The same members, documented.
    static func marked(_ why: String, _ members: [NativeMember]) -> [NativeMember] {
        members.map { $0.documented("\(mark) \(why).") }
    }
}
