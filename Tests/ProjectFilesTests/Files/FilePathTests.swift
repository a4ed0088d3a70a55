import Testing

@testable import ProjectFiles

@Suite struct FilePathTests {
    @Test(arguments: [
        ("a/b/c.py", "a/b", "c.py", "py", "c"), ("c.MD", ".", "c.MD", "md", "c"),
        ("/c", "/", "c", "", "c"), ("/", "/", "/", "", "/"), ("a/b/", "a", "b", "", "b"),
        (".hidden", ".", ".hidden", "", ".hidden"), ("x.toe.dir", ".", "x.toe.dir", "dir", "x.toe"),
        ("", ".", "", "", ""),
    ])
    func `a path is taken apart by its text`(
        path: String, folder: String, name: String, suffix: String, stem: String
    ) {
        #expect(FilePath.folder(of: path) == folder)
        #expect(FilePath.lastName(of: path) == name)
        #expect(FilePath.suffix(of: path) == suffix)
        #expect(FilePath.stem(of: path) == stem)
    }

    @Test func `joining puts one slash between`() {
        #expect(FilePath.join("a", "b") == "a/b")
        #expect(FilePath.join(".", "b") == "b")
        #expect(FilePath.join("/", "b") == "/b")
    }
}
