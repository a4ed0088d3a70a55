/// A statement that moves up before another one of its block, both alone on their lines.
struct LineMove {
    private let from: Int
    private let target: Int
    private let script: Script

    /// Moves the statement that is some expression.
    init?(_ moved: Expression, before other: Expression, in function: ScriptFunction) {
        guard
            let statement = Self.block(of: other, in: function)?.first(where: {
                Self.isOnly(moved, in: $0)
            })
        else { return nil }
        self.init(statement, before: other, in: function)
    }

    /// Moves a statement before the one that is some expression.
    ///
    /// - Returns: Nil when they are not of one block, or share their lines with others.
    init?(_ moved: Statement, before other: Expression, in function: ScriptFunction) {
        script = function.script
        from = moved.span.line
        guard let block = Self.block(of: other, in: function),
            block.contains(where: { $0 === moved }),
            let before = block.first(where: { Self.isOnly(other, in: $0) }),
            Self.isAlone(moved, script), Self.isAlone(before, script)
        else { return nil }
        target = before.span.line
    }

    /// The move as edits: the line with its comment, taken away there and put in here.
    func fix(isSafe: Bool) -> Fix {
        Fix(
            in: script, isSafe: isSafe,
            [
                (.start(ofLine: target), script.lines[from - 1] + "\n"),
                (.wholeLine(from), ""),
            ])
    }

    private static func block(
        of expression: Expression, in function: ScriptFunction
    ) -> [Statement]? {
        var rest = [function.definition.body]
        while let block = rest.popLast() {
            if block.contains(where: { isOnly(expression, in: $0) }) { return block }
            rest += block.flatMap(\.blocks)
        }
        return nil
    }

    private static func isOnly(_ expression: Expression, in statement: Statement) -> Bool {
        guard case .expression(let value) = statement.kind else { return false }
        return value === expression
    }

    /// Whether nothing but a comment stands on a statement's one line beside it, and another follows.
    private static func isAlone(_ statement: Statement, _ script: Script) -> Bool {
        let span = statement.span
        guard span.line == span.endLine, span.line < script.lines.count else { return false }
        let line = script.lines[span.line - 1].utf8
        let rest = line.dropFirst(span.endColumn).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return line.prefix(span.column).allSatisfy { $0 == 0x20 || $0 == 0x09 }
            && (rest.isEmpty || rest.first == UInt8(ascii: "#"))
    }
}
