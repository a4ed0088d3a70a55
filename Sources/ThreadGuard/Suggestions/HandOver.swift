/// Derives from one offending line how a queue takes the value across to the right thread.
struct HandOver {
    /// Members whose value is an operator, which no thread can use once it is handed in.
    private static let operatorGivers: Set<String> = [
        "op", "ops", "opex", "parent", "me", "ownerComp", "children", "findChildren", "owner",
        "root",
    ]
    private static let operatorNames = [
        "op", "ops", "opex", "parent", "me", "ownerComp", "root", "run",
    ]

    private let line: PythonLine
    private let rule: FaultRule
    /// The offending expression, in positions of the line's code.
    let expression: Range<Int>?

    /// Reads the line of an offending call.
    ///
    /// - Parameters:
    ///   - source: The line, with its indentation.
    ///   - columns: The running characters of the line; derived from the member if absent.
    ///   - access: What was touched, and how.
    ///   - rule: The rule that is broken.
    init(source: String, columns: Range<Int>?, access: Access, rule: FaultRule) {
        // Nobody reads a suggestion for a line that fills several screens.
        line = PythonLine(source.utf8.count > 1000 ? "" : source)
        self.rule = rule
        let indentation = line.indentation.count
        if let columns, columns.lowerBound >= indentation,
            columns.upperBound - indentation <= line.code.count, !columns.isEmpty
        {
            let part = (columns.lowerBound - indentation)..<(columns.upperBound - indentation)
            expression = line.primary(around: part)
        } else {
            expression = Self.names(in: access.member).reversed().lazy
                .compactMap { [line] in line.firstRange(ofName: $0) }
                .first.map { [line] in line.primary(around: $0) }
        }
    }

    /// The cure for the line, with code where the line is plain enough to derive some.
    var suggestion: FixSuggestion {
        codeSuggestion ?? FixSuggestion(title: Self.withoutCode(rule))
    }

    private static func withoutCode(_ rule: FaultRule) -> String {
        switch rule {
        case .operatorAccess:
            "let the thread work on plain values: pass them in when it starts, put its results in "
                + "a queue.Queue, and use them in onFrameStart"
        case .runFromThread:
            "put the call in a queue.Queue and make it in onFrameStart"
        }
    }

    private var codeSuggestion: FixSuggestion? {
        guard line.isComplete, let expression, !isStatement("del"), !isStatement("with") else {
            return nil
        }
        if let sign = line.assignmentSign(), expression.lowerBound < sign.lowerBound {
            return assignment(sign)
        }
        if expression == line.code.indices, line.code.last == ")" { return call() }
        return rule == .operatorAccess ? fetch(expression) : nil
    }

    private func assignment(_ sign: Range<Int>) -> FixSuggestion? {
        let value = line.text(sign.upperBound..<line.code.count)
        guard !Self.touchesOperators(value) else { return nil }
        let target = line.text(0..<sign.upperBound)
        return results(put: value, main: "\(target) \(queue("results")).get_nowait()")
    }

    private func call() -> FixSuggestion? {
        let whole = line.text(line.code.indices)
        guard let open = line.places(of: "(", in: line.code.indices).last else { return nil }
        let callee = line.text(0..<open)
        guard !Self.operatorGivers.contains(Self.names(in: callee).last ?? "") else { return nil }
        let inside = (open + 1)..<(line.code.count - 1)
        let arguments = line.text(inside)
        let isPlain =
            rule == .operatorAccess && !arguments.isEmpty && !arguments.hasPrefix("*")
            && !Self.touchesOperators(arguments) && line.places(of: "=*", in: inside).isEmpty
        guard isPlain else {
            return results(
                named: "calls", put: "lambda: \(whole)", main: "\(queue("calls")).get_nowait()()")
        }
        let taken = "\(queue("results")).get_nowait()"
        return line.places(of: ",", in: inside).isEmpty
            ? results(put: arguments, main: "\(callee)(\(taken))")
            : results(put: "(\(arguments))", main: "\(callee)(*\(taken))")
    }

    private func fetch(_ expression: Range<Int>) -> FixSuggestion? {
        var value = line.text(expression)
        let names = Self.names(in: line.text(expression.lowerBound..<lastNameEnd(of: expression)))
        // What ends with a subscript is a cell or a channel: no plain value either.
        guard let last = names.last, !Self.operatorGivers.contains(last), !value.hasSuffix("]")
        else { return nil }
        if PythonLine(value).firstRange(ofName: "par") != nil, !value.hasSuffix(")") {
            value += ".eval()"
        }
        let inputs = queue("inputs")
        let before = String(line.code[..<expression.lowerBound])
        let after = String(line.code[expression.upperBound...])
        return FixSuggestion(
            title: "read it on the main thread and hand the value to the thread through a queue",
            removed: line.indentation + line.text(line.code.indices),
            added: "\(line.indentation)\(before)\(inputs).get()\(after)",
            mainMoment: "on the main thread, before the thread needs it:",
            mainLine: "\(inputs).put(\(value))")
    }

    private func results(
        named name: String = "results", put value: String, main: String
    ) -> FixSuggestion {
        FixSuggestion(
            title: name == "calls"
                ? "hand the call to the main thread through a queue"
                : "hand the value to the main thread through a queue, and touch the operator there",
            removed: line.indentation + line.text(line.code.indices),
            added: "\(line.indentation)\(queue(name)).put(\(value))",
            mainMoment: "on the main thread, in onFrameStart:",
            mainLine: "if not \(queue(name)).empty(): \(main)")
    }

    private func queue(_ name: String) -> String {
        line.firstRange(ofName: "self") == nil ? name : "self.\(name)"
    }

    // Brackets at the end belong to the last name: `findChildren(depth=1)[0]` gives an operator.
    private func lastNameEnd(of expression: Range<Int>) -> Int {
        line.places(of: "([", in: expression).last { $0 > expression.lowerBound }
            .flatMap {
                line.code[expression].last == ")" || line.code[expression].last == "]" ? $0 : nil
            }
            ?? expression.upperBound
    }

    private func isStatement(_ keyword: String) -> Bool {
        line.firstRange(ofName: keyword)?.lowerBound == 0
    }

    private static func names(in text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
            .filter { $0.first?.isNumber == false }
    }

    private static func touchesOperators(_ text: String) -> Bool {
        let line = PythonLine(text)
        return operatorNames.contains { line.firstRange(ofName: $0) != nil }
    }
}
