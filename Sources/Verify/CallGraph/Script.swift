#if canImport(Darwin)
private import Darwin
#else
private import Glibc
#endif

/// One Python text of a project: a DAT's, a file's or a block's of a document.
package final class Script: IdentityHashable {
    /// The DAT's name, under which other scripts import it.
    package let name: String
    /// The file that findings name.
    package let file: String
    /// The line of that file on which the text begins, counted from 1.
    package let firstLine: Int
    package let text: String
    /// Whether TouchDesigner's names are there without an import.
    package let hasOperatorNames: Bool
    let body: [Statement]
    let scope: Scope

    /// Describes a script.
    ///
    /// - Parameters:
    ///   - name: The DAT's name.
    ///   - file: The file that findings name.
    ///   - firstLine: The line of that file on which the text begins, from 1.
    ///   - text: The text.
    ///   - tree: Its syntax tree.
    ///   - hasOperatorNames: Whether `op`, `me` and their like are there without an import.
    package init(
        name: String, file: String, firstLine: Int, text: String, tree: SyntaxTree,
        hasOperatorNames: Bool = true
    ) {
        self.name = name
        self.file = file
        self.firstLine = firstLine
        self.text = text
        self.hasOperatorNames = hasOperatorNames
        body = tree.body
        scope = Scope(.module, in: nil)
        scope.script = self
    }

    /// Whether it tests other scripts: what it does happens in no TouchDesigner.
    private(set) lazy var isTest: Bool = {
        let isNamedSo =
            name.hasPrefix("test_") || name.hasSuffix("_test") || name == "conftest"
            || file.split(separator: "/").contains { $0 == "tests" || $0 == "unit_tests" }
        return isNamedSo && ["pytest", "unittest", "def test_"].contains { mentions($0) }
    }()

    /// Whether some piece of text stands anywhere in the script.
    func mentions(_ piece: String) -> Bool {
        // SAFETY: strstr reads both C strings, which live here, to their ends.
        text.withCString { strstr($0, piece) != nil }
    }

    /// Whether it can be run as a program of its own: `if __name__ == "__main__":`.
    private(set) lazy var hasMainGuard = body.contains { statement in
        guard case .branch(let test, _, _) = statement.kind,
            case .comparison(let left, _) = test.kind
        else { return false }
        return left.dotted == "__name__"
    }

    /// The lines of the text.
    package private(set) lazy var lines: [String] = text.split(
        omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r\n", "\r"].contains($0) }
    ).map(String.init)
}
