/// A word that may not stand in the code of some files.
struct Forbidden: Sendable {
    let sentence: String
    private let word: String
    private let isInReach: @Sendable (HouseFile) -> Bool

    /// Whether the ban holds in `file`.
    func applies(to file: HouseFile) -> Bool { isInReach(file) }

    /// Whether the word stands in a line as a word of its own, and not as a member or declaration.
    func isIn(_ code: String) -> Bool {
        guard code.contains(word) else { return false }
        return code.ranges(of: word).contains { range in
            let before = code[..<range.lowerBound]
            let isOwnWord = before.last.map { !$0.isLetter && $0 != "_" && $0 != "." } ?? true
            return isOwnWord && !before.hasSuffix("func ")
        }
    }

    static let list: [Forbidden] = [
        Forbidden(
            sentence: "`try!` ends the program on an error; handle it or pass it on.",
            word: "try!", isInReach: { _ in true }),
        Forbidden(
            sentence: "`fatalError` ends the program; throw an error that says what to do.",
            word: "fatalError(", isInReach: { _ in true }),
        Forbidden(
            sentence: "A library does not print; hand the text to whoever asked.",
            word: "print(", isInReach: isInLibrary),
        Forbidden(
            sentence: "A library does not print; hand the text to whoever asked.",
            word: "debugPrint(", isInReach: isInLibrary),
        Forbidden(sentence: noSleep, word: "sleep(", isInReach: isTest),
        Forbidden(sentence: noSleep, word: "usleep(", isInReach: isTest),
        Forbidden(sentence: noSleep, word: "nanosleep(", isInReach: isTest),
        Forbidden(sentence: noSleep, word: "Thread.sleep(", isInReach: isTest),
        Forbidden(sentence: noSleep, word: "Task.sleep(", isInReach: isTest),
    ]

    private static let noSleep =
        "A test does not sleep; turn the virtual clock or wait for the event itself."

    @Sendable private static func isTest(_ file: HouseFile) -> Bool { file.isBelow("Tests") }

    /// Every target but the programs, whose work it is to print.
    @Sendable private static func isInLibrary(_ file: HouseFile) -> Bool {
        !isTest(file) && !file.isBelow("Sources/CLI") && !file.isBelow("Sources/Benchmarks")
    }
}
