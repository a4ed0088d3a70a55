/// One target of the house: how high it stands and what it may import.
struct Floor: Sendable {
    let level: Int
    /// Our own targets below that it may import.
    let ours: Set<String>
    /// Modules of other packages that it may import.
    let others: Set<String>
    /// Whether it may import Foundation, which costs start-up time.
    let mayUseFoundation: Bool

    init(
        _ level: Int, _ ours: Set<String> = [], others: Set<String> = [],
        mayUseFoundation: Bool = false
    ) {
        self.level = level
        self.ours = ours
        self.others = others
        self.mayUseFoundation = mayUseFoundation
    }
}

extension Floor {
    /// The floors table, which says who may import whom.
    ///
    /// A new target is a new line here.
    static let table: [String: Floor] = [
        "CPython": Floor(0),
        "OperatorNetwork": Floor(0),
        "Frames": Floor(0),
        "ThreadGuard": Floor(0),
        "BundledPython": Floor(0),
        "CPythonShims": Floor(1, ["CPython"]),
        "ProjectFiles": Floor(1, ["OperatorNetwork"], others: ["Yams"], mayUseFoundation: true),
        "PythonRuntime": Floor(2, ["CPython", "CPythonShims"]),
        "ExtensionHost": Floor(
            3,
            [
                "PythonRuntime", "OperatorNetwork", "Frames", "ThreadGuard", "BundledPython",
                "CPython", "CPythonShims",
            ]),
        "GILGate": Floor(2, ["CPythonShims"]),
        "CRival": Floor(1, ["CPython"]),
        "CSchedule": Floor(2, ["CPythonShims"]),
        "Exploration": Floor(0, mayUseFoundation: true),
        "Explorer": Floor(
            5,
            [
                "CSchedule", "Exploration", "ExtensionHost", "ProjectFiles", "PythonRuntime",
                "OperatorNetwork", "Frames", "BundledPython",
            ],
            mayUseFoundation: true),
        "Benchmarks": Floor(
            4,
            [
                "ExtensionHost", "PythonRuntime", "OperatorNetwork", "Frames", "ProjectFiles",
                "CRival", "GILGate",
            ],
            mayUseFoundation: true),
        "Verify": Floor(4, ["PythonRuntime", "ProjectFiles", "ThreadGuard"]),
        "CConfinement": Floor(0),
        "Learn": Floor(
            5, ["Verify", "Exploration", "ProjectFiles", "CConfinement"], others: ["Yams"],
            mayUseFoundation: true),
        "MainThreadQueue": Floor(0),
        "TestSupport": Floor(
            5,
            [
                "ExtensionHost", "PythonRuntime", "OperatorNetwork", "BundledPython",
                "MainThreadQueue",
            ]),
        "CLI": Floor(
            6,
            [
                "Learn", "Verify", "Exploration", "GILGate", "ExtensionHost", "ProjectFiles",
                "OperatorNetwork", "Frames",
            ],
            others: ["ArgumentParser"],
            mayUseFoundation: true),
    ]

    /// The modules of C that only the bridge may see, and only by `internal import`.
    static let cModules: Set<String> = ["CPython", "CPythonShims"]

    /// The only folders whose files may import the modules of C.
    static let bridge = ["Sources/PythonRuntime", "Sources/ExtensionHost/Crossing"]

    /// Modules that come inside of another package's product: who names that product may import them.
    static let inside = ["CYaml": "Yams"]

    /// What every target may import: it comes with the toolchain and costs nothing at start.
    static let freeModules: Set<String> = ["Swift", "Glibc", "Darwin", "Musl", "Synchronization"]

    /// Foundation and what comes with it.
    static let foundation: Set<String> = [
        "Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationXML", "Dispatch",
    ]
}
