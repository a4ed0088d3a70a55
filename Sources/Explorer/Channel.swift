internal import CSchedule
internal import Exploration
internal import Foundation

/// The way to the program that asks: a question comes in over standard input, the answer leaves by a
/// descriptor of its own.
///
/// From the start on, whatever the project prints goes to standard error, and programs that it starts
/// inherit neither way.
struct Channel {
    /// What is to be done.
    let question: ExplorerAnswer.Question
    private let descriptor: Int32

    /// Reads the question.
    ///
    /// - Returns: Nil when there is none.
    init?() {
        let input = FileHandle.standardInput.readDataToEndOfFile()
        guard
            let question = try? JSONDecoder().decode(ExplorerAnswer.Question.self, from: input)
        else { return nil }
        self.question = question
        descriptor = CSchedule_putAside(1)
        let nothing = open("/dev/null", O_RDONLY)
        guard descriptor >= 0, nothing >= 0, dup2(2, 1) >= 0, dup2(nothing, 0) >= 0 else {
            return nil
        }
        close(nothing)
    }

    /// Answers: once, and in place of anything that others may have written there.
    func answer(_ answer: ExplorerAnswer) {
        ftruncate(descriptor, 0)
        lseek(descriptor, 0, SEEK_SET)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        try? handle.write(contentsOf: Data(answer.bytes(key: question.key)))
    }

    /// Closes the way back in a process that is not to answer.
    func cut() { close(descriptor) }
}
