import Testing

@Suite struct TopLevelTests {
    @Test func `the top holds what it should and nothing else`() {
        var paths = House.here.files.map(\.path)
        if let tracked = House.trackedPaths() {
            // What is still to be added counts as there; what git keeps counts as kept.
            paths = tracked + paths.filter { path in TopLevelRule.entries.contains(top(of: path)) }
        } else {
            print("This folder is no git clone: its files are judged instead of git's list.")
            paths.removeAll { $0 == "Package.resolved" }
        }

        expectNone(TopLevelRule(paths: paths).offences())
    }

    @Test func `a stranger at the top is caught`() {
        let offences = TopLevelRule(paths: complete + ["notes/a.md", "todo.txt"]).offences()

        #expect(offences.map(\.file) == ["notes", "todo.txt"])
    }

    @Test func `a missing entry is caught and a dot-file is welcome`() {
        let offences = TopLevelRule(paths: complete.dropLast() + [".ci/run"]).offences()

        #expect(offences.map(\.file) == ["python"])
    }

    private let complete = TopLevelRule.entries.map { $0.contains(".") ? $0 : "\($0)/a" }

    private func top(of path: String) -> String {
        path.split(separator: "/").first.map(String.init) ?? path
    }
}
