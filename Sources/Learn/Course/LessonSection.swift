internal import ProjectFiles

/// What stands in a lesson below one heading of the second level.
struct LessonSection {
    let title: String
    let line: Int
    private(set) var elements: [MarkdownElement] = []

    init(title: String, line: Int) { (self.title, self.line) = (title, line) }

    mutating func append(_ element: MarkdownElement) { elements.append(element) }

    /// What follows a word and a colon in the title, as in `Right: with a lock`.
    func name(after word: String) -> String? {
        guard title.lowercased().hasPrefix(word.lowercased() + ":") else { return nil }
        return title.dropFirst(word.count + 1).drop { $0 == " " }.description
    }

    /// The number and the title of `Task 1: Keep it short`.
    func numbered(_ word: String) -> (number: Int, title: String)? {
        let words = title.split(separator: ":", maxSplits: 1)
        let first = (words.first ?? "").split(separator: " ")
        guard first.count == 2, first[0].lowercased() == word.lowercased(),
            let number = Int(first[1])
        else { return nil }
        let rest = words.count > 1 ? words[1].drop { $0 == " " } : ""
        return (number, String(rest))
    }

    /// The code blocks of a language.
    func blocks(_ languages: String...) -> [MarkdownBlock] {
        elements.compactMap {
            if case .block(let block) = $0, languages.contains(block.language) {
                block
            } else {
                nil
            }
        }
    }

    /// The lines as they are read on a screen: prose as it is, code indented; without inner headings'
    /// parts.
    ///
    /// - Parameter heading: The inner heading before which it ends.
    /// - Returns: The lines.
    func lines(before heading: String? = nil) -> [String] {
        var lines: [String] = []
        for element in elements {
            switch element {
            case .heading(let inner):
                if inner.title == heading { return Self.trimmed(lines) }
                lines += [inner.title, ""]
            case .prose(let text, _):
                lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(
                    String.init)
                lines.append("")
            case .block(let block):
                var code = block.text.split(separator: "\n", omittingEmptySubsequences: false)
                if code.last == "" { code.removeLast() }
                lines += code.map { $0.isEmpty ? "" : "    \($0)" } + [""]
            }
        }
        return Self.trimmed(lines)
    }

    private static func trimmed(_ lines: [String]) -> [String] {
        Array(lines.reversed().drop { $0.isEmpty }.reversed())
    }

    /// The items of the numbered list below an inner heading.
    func numberedItems(below heading: String) -> [String] {
        var isBelow = false
        var items: [String] = []
        for element in elements {
            switch element {
            case .heading(let inner): isBelow = inner.title == heading
            case .prose(let text, _) where isBelow: items += Self.items(of: text)
            case .block(let block) where isBelow && !items.isEmpty:
                items[items.count - 1] += "\n" + block.text
            default: break
            }
        }
        return items
    }

    private static func items(of text: String) -> [String] {
        var items: [String] = []
        for line in text.split(separator: "\n") {
            let content = line.drop { $0 == " " }
            if let mark = content.prefixMatch(of: /\d+[.)]\s+/) {
                items.append(String(content[mark.range.upperBound...]))
            } else if !items.isEmpty {
                items[items.count - 1] += " " + content
            }
        }
        return items
    }
}
