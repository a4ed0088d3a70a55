import Testing

@Suite struct FloorTests {
    @Test func `nobody imports what the floors table forbids`() {
        expectNone(FloorRule(.here).offences())
    }

    @Test func `the manifest's targets are read with their folders and dependencies`() {
        let file = HouseFile(
            "Package.swift",
            """
            let package = Package(products: [.library(name: "L", targets: ["A"])], targets: [
                // .target(name: "Gone"),
                .systemLibrary(name: "C", path: "Modules/C"),
                .target(name: "A", dependencies: ["C", .product(name: "P", package: "p")]),
                .testTarget(name: "ATests", dependencies: [.target(name: "A")]),
            ])
            """)

        let targets = PackageManifest(file).targets

        #expect(targets.map(\.name) == ["C", "A", "ATests"])
        #expect(targets.map(\.folder) == ["Modules/C", "Sources/A", "Tests/ATests"])
        #expect(targets.map(\.dependencies) == [[], ["C", "P"], ["A"]])
        #expect(targets.map(\.line) == [3, 4, 5])
    }

    @Test(arguments: [
        ("import struct Frames.FrameLoop", "Frames", nil),
        ("@preconcurrency internal import CPython", "CPython", "internal"),
        ("@_spi(Testing) @testable import CLI", "CLI", nil),
        ("    public import PythonRuntime", "PythonRuntime", "public"),
    ])
    func `an import is recognised in every form`(line: String, module: String, access: String?) {
        let imports = ImportLine.all(in: HouseFile("a.swift", "// import Nothing\n\(line)\n"))

        #expect(imports == [ImportLine(number: 2, module: module, access: access)])
    }

    @Test func `an undeclared import is caught`() {
        let offences = offences(adding: "Sources/Frames/Loop.swift", "\nimport OperatorNetwork\n")

        #expect(offences.map(\.file) == ["Sources/Frames/Loop.swift"])
        #expect(offences.map(\.line) == [2])
        #expect(offences.first?.sentence.contains("do not name") == true)
    }

    @Test func `a declared dependency that the table forbids is caught`() {
        let offences = FloorRule(
            House([sample(frames: #"dependencies: ["ExtensionHost"]"#)]), table: table
        ).offences()

        #expect(offences.map(\.line) == [3])
        #expect(offences.first?.sentence.contains("forbids it") == true)
    }

    @Test func `an arrow up in the table itself is caught`() {
        var table = table
        table["Frames"] = Floor(0, ["ExtensionHost"])

        let offences = FloorRule(House([sample()]), table: table).offences()

        #expect(offences.map(\.sentence).contains { $0.contains("an import goes down") })
    }

    @Test func `a target without a floor and a floor without a target are caught`() {
        let fewer = FloorRule(House([sample()]), table: ["Attic": Floor(9)]).offences()

        #expect(fewer.count { $0.sentence.contains("has no floor") } == 4)
        #expect(fewer.count { $0.sentence.contains("declares no such target") } == 1)
    }

    @Test func `Foundation below the programs is caught`() {
        let offences = offences(adding: "Sources/Frames/Loop.swift", "import Foundation")

        #expect(offences.first?.sentence.hasPrefix("Frames imports Foundation") == true)
    }

    @Test func `a module of C is imported only at the bridge and only internally`() {
        let outside = offences(
            adding: "Sources/ExtensionHost/Host.swift", "internal import CPython")
        let open = offences(
            adding: "Sources/ExtensionHost/Crossing/Access.swift", "import CPython")
        let right = offences(
            adding: "Sources/ExtensionHost/Crossing/Access.swift", "internal import CPython")

        #expect(outside.first?.sentence.contains("may be imported only in") == true)
        #expect(open.first?.sentence.contains("`internal import CPython`") == true)
        #expect(right.isEmpty)
    }

    private let table = [
        "CPython": Floor(0), "Frames": Floor(0), "OperatorNetwork": Floor(0),
        "ExtensionHost": Floor(3, ["Frames", "CPython"]),
    ]

    private func sample(frames: String = "dependencies: []") -> HouseFile {
        HouseFile(
            "Package.swift",
            """
            let package = Package(targets: [
                .systemLibrary(name: "CPython", path: "CModules/CPython"),
                .target(name: "Frames", \(frames)),
                .target(name: "OperatorNetwork"),
                .target(name: "ExtensionHost", dependencies: ["Frames", "CPython"]),
            ])
            """)
    }

    private func offences(adding path: String, _ text: String) -> [Offence] {
        FloorRule(House([sample(), HouseFile(path, text)]), table: table).offences()
    }
}
