package import ProjectFiles

/// Something wrong with a lesson that its author has to mend.
package struct LessonProblem: Sendable, CustomStringConvertible {
    package let place: SourcePlace
    /// What is wrong, in a sentence.
    package let sentence: String
    /// What was seen instead.
    package let details: [String]

    init(_ place: SourcePlace, _ sentence: String, details: [String] = []) {
        (self.place, self.sentence, self.details) = (place, sentence, details)
    }

    package var description: String {
        (["\(place): \(sentence)"] + details.map { "    \($0)" }).joined(separator: "\n")
    }
}
