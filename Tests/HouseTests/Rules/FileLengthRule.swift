/// Keeps files and functions short enough to be read at one go.
struct FileLengthRule {
    static let mostLines = 400
    static let mostFunctionLines = 80

    let house: House

    /// Every file and every function that is too long.
    func offences() -> [Offence] {
        let folders = ["Sources", "Tests", "CModules", "python"]
        return house.files(below: folders, kinds: ["swift", "c", "h", "py"]).flatMap { file in
            let lines = file.lines.count
            let long =
                lines > Self.mostLines
                ? [offence(file, Self.mostLines + 1, "The file has \(lines) lines", Self.mostLines)]
                : []
            return long + functionOffences(file)
        }
    }

    private func functionOffences(_ file: HouseFile) -> [Offence] {
        FunctionSpan.all(in: file).filter { $0.length > Self.mostFunctionLines }.map { span in
            offence(
                file, span.line, "The function has \(span.length) lines", Self.mostFunctionLines)
        }
    }

    private func offence(
        _ file: HouseFile, _ line: Int, _ finding: String, _ most: Int
    ) -> Offence {
        let sentence = "\(finding), and \(most) is the most; split it where its subject changes."
        return Offence(file: file.path, line: line, sentence: sentence)
    }
}
