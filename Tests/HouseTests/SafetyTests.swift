import Testing

@Suite struct SafetyTests {
    @Test func `every unsafe construct has its reason and no forbidden word is used`() {
        expectNone(SafetyRule(house: .here).offences())
    }

    @Test(arguments: [
        "let a = unsafeBitCast(b, to: C.self)", "let a = Unmanaged.passRetained(b)",
        "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 0",
        "let a: @convention(c) () -> Void", "b.withUnsafeBufferPointer { }",
        "withUnsafePointer(to: a) { }", "let a = UnsafeMutablePointer<Int>.allocate(capacity: 1)",
        "a.assumingMemoryBound(to: Int.self)",
    ])
    func `an unsafe construct without a reason is caught`(code: String) {
        let bare = offences("import A\n\n\(code)\n")
        let empty = offences("import A\n// SAFETY:\n\(code)\n")
        let given = offences("struct S {\n// SAFETY: The caller holds the GIL.\n\n\(code)\n}")
        let header = offences("// SAFETY: All of it runs under the GIL.\nimport A\n\n\(code)\n")

        #expect(bare.map(\.line) == [3])
        #expect(empty.map(\.line) == [3])
        #expect(given.isEmpty)
        #expect(header.isEmpty)
    }

    @Test func `a reason more than six lines above is too far`() {
        let gap = String(repeating: "\n", count: 6)

        let far = offences("struct S {\n// SAFETY: Far away.\n\(gap)let a = unsafeBitCast(b)\n}")

        #expect(far.map(\.line) == [9])
    }

    @Test(arguments: [
        ("Sources/A/A.swift", "let a = try! b()"), ("Sources/A/A.swift", "fatalError(\"no\")"),
        ("Sources/A/A.swift", "print(a)"), ("python/BundledPython.swift", "debugPrint(a)"),
        ("Tests/ATests/A.swift", "try await Task.sleep(for: .seconds(1))"),
        ("Tests/ATests/A.swift", "usleep(1)"), ("Tests/ATests/A.swift", "Thread.sleep(1)"),
        ("Sources/A/A.swift", "// TO" + "DO: later"), ("python/lib/a.py", "# FIX" + "ME"),
        ("CModules/A/a.h", "/* TO" + "DO */"),
    ])
    func `a forbidden word is caught`(path: String, code: String) {
        let offences = offences("\n" + code, path: path)

        #expect(offences.map(\.file) == [path])
        #expect(offences.map(\.line) == [2])
    }

    @Test(arguments: [
        ("Sources/CLI/A.swift", "print(a)"), ("Sources/A/A.swift", "textport.print(a)"),
        ("Sources/A/A.swift", "func print(_ a: Int) {}"), ("Sources/A/A.swift", "blueprint(a)"),
        ("Sources/A/A.swift", "// calls print(a)"), ("Sources/A/A.swift", "a(\"try! print(a)\")"),
        ("Sources/A/A.swift", "a(\"\\(b(\"unsafeBitCast(\")) fatalError(\")"),
        ("Sources/A/A.swift", "func unsafeTake() { }"),
        ("Sources/A/A.swift", "init(unsafeTaking a: B)"),
        ("Tests/ATests/A.swift", "clock.sleep(1)"), ("Sources/A/A.swift", "sleep(1)"),
        ("Tests/ATests/A.swift", "@Test func `TO" + "DO print(a)`() {}"),
    ])
    func `the same word elsewhere is no offence`(path: String, code: String) {
        #expect(offences(code, path: path).isEmpty)
    }

    private func offences(_ text: String, path: String = "Sources/A/A.swift") -> [Offence] {
        SafetyRule(house: House([HouseFile(path, text)])).offences()
    }
}
