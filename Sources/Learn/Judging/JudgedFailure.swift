/// One reason why an answer does not pass.
package struct JudgedFailure: Sendable {
    package let name: FailureName
    /// What is wrong, in a sentence.
    package let message: String
    /// The line of the answer, where there is one.
    package var line: Int?
    /// More of it: the line's code, both stacks, the order of the threads.
    package var details: [String] = []
    /// What to do, in a sentence; empty when that is for the learner to find out.
    package var help = ""
    /// The task it belongs to; nil for all.
    package var task: Int?

    /// Describes a failure.
    package init(
        _ name: FailureName, _ message: String, line: Int? = nil, details: [String] = [],
        help: String = "", task: Int? = nil
    ) {
        self.name = name
        self.message = message
        self.line = line
        self.details = details
        self.help = help
        self.task = task
    }
}
