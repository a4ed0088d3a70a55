/// Where a thread stands in a schedule that somebody looks at.
package struct PausedThread: Sendable, Codable, Equatable {
    package let number: Int
    package let name: String
    /// What it waits for; empty when it can go on.
    package let wait: String
    /// The line of the project at which it stands; nil outside of the project's code.
    package let place: Defect.Place?
    /// What it sees of locks, queues, threads and plain values, such as `self.total = 1`.
    package let values: [String]

    /// Describes a thread.
    package init(
        number: Int, name: String, wait: String, place: Defect.Place?, values: [String]
    ) {
        (self.number, self.name, self.wait) = (number, name, wait)
        (self.place, self.values) = (place, values)
    }
}
