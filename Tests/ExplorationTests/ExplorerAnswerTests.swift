import Exploration
import Testing

@Suite struct ExplorerAnswerTests {
    private let question = ExplorerAnswer.Question(ExploreOptions(target: "a.py"))

    private func sentence(_ answer: ExplorerAnswer?) -> String? {
        guard case .refused(let sentence)? = answer else { return nil }
        return sentence
    }

    @Test func `an answer behind its key is read`() {
        let bytes = ExplorerAnswer.refused("No.").bytes(key: question.key)

        #expect(sentence(ExplorerAnswer(bytes, key: question.key)) == "No.")
    }

    @Test func `an answer without the key does not count`() {
        let other = ExplorerAnswer.Question(question.options)
        let bytes = ExplorerAnswer.refused("No.").bytes(key: question.key)

        #expect(other.key != question.key)
        #expect(sentence(ExplorerAnswer(bytes, key: other.key)) == nil)
        #expect(sentence(ExplorerAnswer(Array("{}".utf8), key: question.key)) == nil)
        #expect(sentence(ExplorerAnswer(Array(bytes.dropLast()), key: question.key)) == nil)
    }
}
