internal import ProjectFiles
internal import PythonRuntime

/// Reads values of a TOML table, and says where one stands that is wrong.
struct TableReader {
    let file: String
    let text: String

    /// The entries of the table under a key.
    func entries(
        _ table: PythonObject, of key: String
    ) throws(ProjectError) -> [(key: String, value: PythonObject)] {
        do throws(PythonError) {
            var entries: [(key: String, value: PythonObject)] = []
            for (key, value) in try table.pairs() { entries.append((try key.text(), value)) }
            return entries
        } catch {
            throw self.error(
                at: key, "\(key) is no table.", "Write [tool.understudy] and settings below it.")
        }
    }

    /// The numbers of the rules that a list names.
    func rules(_ value: PythonObject, of key: String) throws(ProjectError) -> Set<String> {
        let names: [String]
        do throws(PythonError) {
            // A text would be taken for the list of its letters.
            guard !value.isString else { throw PythonError(.typeError, "a text") }
            var read: [String] = []
            for item in try value.elements() {
                guard item.isString else { throw PythonError(.typeError, "no text") }
                read.append(try item.text())
            }
            names = read
        } catch {
            throw self.error(
                at: key, "\(key) is no list of rules.", "Write \(key) = [\"TH101\", \"TH2\"].")
        }
        var found: Set<String> = []
        for name in names {
            let rules = RuleCatalog.rules(name)
            guard !rules.isEmpty else {
                throw error(
                    at: name, "There is no rule \(name).", "understudy explain lists them.")
            }
            found.formUnion(rules.map { $0.id })
        }
        return found
    }

    /// An error at the line below `[tool.understudy` that names something.
    func error(at word: String, _ reason: String, _ suggestion: String) -> ProjectError {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let start =
            lines.firstIndex { $0.contains("tool.understudy") }
            ?? lines.firstIndex { $0.contains("understudy") } ?? 0
        let line = lines[start...].firstIndex { $0.contains(word) } ?? start
        return ProjectError(file: file, line: line + 1, reason: reason, suggestion: suggestion)
    }
}
