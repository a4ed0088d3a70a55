/// What somebody who plays the scheduler asks for.
package struct PlayMove: Sendable, Codable, Equatable {
    /// The thread of each decision so far.
    package var choices: [UInt8]
    /// The thread that moves until it comes to a line of the project, waits or ends; nil to look only.
    package var mover: UInt8?
    /// How many lines of the project had been come to before.
    package var linesBefore = 0
    /// Whether nobody interferes from there on, up to the end.
    package var isToEnd = false

    /// Asks for a look at what comes after some choices.
    package init(_ choices: [UInt8] = []) { self.choices = choices }
}
