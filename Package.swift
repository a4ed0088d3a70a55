// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Which CPython is embedded: one build serves one minor version. The Makefile sets these variables;
// `swift build` alone takes the system's `python3` and its shared library.
let environment = ProcessInfo.processInfo.environment
let pythonPackage = environment["UNDERSTUDY_PYTHON"].map { "python-\($0)-embed" } ?? "python3-embed"
let pythonSearchPath = (environment["UNDERSTUDY_PYTHON_RPATH"] ?? "").split(separator: ":")
// Where the linker finds CPython as an object, if it is to be a part of the program.
let staticPython = environment["UNDERSTUDY_PYTHON_STATIC"]
// The `python3` of a CPython that is a part of the program, and so has no library to be found by.
let pythonProgram: [CSetting] =
    environment["UNDERSTUDY_PYTHON_PROGRAM"].map {
        [.define("UNDERSTUDY_PYTHON_PROGRAM", to: "\"\($0)\"")]
    } ?? []

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
// The guard refuses other threads before main-actor code runs, or lets them pass under the GIL, which
// keeps the main thread out meanwhile. The run time knows nothing of the GIL and would end the program
// in the middle of a fault report; decision 0003 tells more.
let onMainActor =
    strict + [
        .defaultIsolation(MainActor.self),
        .unsafeFlags(["-Xfrontend", "-disable-dynamic-actor-isolation"]),
    ]
let linkerFlags =
    pythonSearchPath.flatMap { ["-rpath", String($0)] }
    + (staticPython.map { ["--dynamic-list=\($0)/exported"] } ?? [])
let pythonLinker: [LinkerSetting] =
    linkerFlags.isEmpty ? [] : [.unsafeFlags(linkerFlags.flatMap { ["-Xlinker", $0] })]
// Modules of Python that are loaded later find the explorer's functions before those of libc.
let exported: [LinkerSetting] = [
    .unsafeFlags(["-Xlinker", "--export-dynamic"], .when(platforms: [.linux]))
]

let package = Package(
    name: "Understudy",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "understudy", targets: ["CLI"]),
        .executable(name: "understudy-explore", targets: ["Explorer"]),
        .library(name: "PythonRuntime", targets: ["PythonRuntime"]),
        .library(name: "ExtensionHost", targets: ["ExtensionHost"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Floor 0: nothing of ours below.
        .systemLibrary(name: "CPython", path: "CModules/CPython", pkgConfig: pythonPackage),
        .target(
            name: "CPythonShims", dependencies: ["CPython"], path: "CModules/CPythonShims",
            cSettings: pythonProgram),
        .target(name: "OperatorNetwork", swiftSettings: onMainActor),
        .target(name: "Frames", swiftSettings: onMainActor),
        .target(name: "CConfinement", path: "CModules/CConfinement"),
        .target(name: "ThreadGuard", swiftSettings: strict),
        .target(
            name: "BundledPython", path: "python",
            exclude: ["document", "tests", "tools", "td-stubs", "pyproject.toml"],
            sources: ["BundledPython.swift"], resources: [.copy("lib")], swiftSettings: strict),
        // Floor 1
        .target(
            name: "ProjectFiles", dependencies: ["OperatorNetwork", "Yams"],
            swiftSettings: strict),
        .target(name: "Exploration", swiftSettings: strict),
        // Floor 2
        .target(
            name: "PythonRuntime", dependencies: ["CPython", "CPythonShims"],
            swiftSettings: strict, linkerSettings: pythonLinker),
        // Floor 3
        .target(
            name: "ExtensionHost",
            dependencies: [
                "PythonRuntime", "OperatorNetwork", "Frames", "ThreadGuard", "BundledPython",
                "CPython", "CPythonShims",
            ],
            swiftSettings: onMainActor),
        // Floor 4
        .target(name: "GILGate", dependencies: ["CPythonShims"], path: "CModules/GILGate"),
        .target(name: "CRival", dependencies: ["CPython"], path: "CModules/CRival"),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "ExtensionHost", "PythonRuntime", "OperatorNetwork", "Frames", "ProjectFiles",
                "CRival", "GILGate",
            ],
            swiftSettings: onMainActor),
        .target(
            name: "Verify",
            dependencies: ["PythonRuntime", "ProjectFiles", "ThreadGuard"],
            resources: [.copy("Documents")], swiftSettings: strict),
        // Floor 5: a program of its own, because its C module takes the place of libc's functions.
        .target(name: "CSchedule", dependencies: ["CPythonShims"], path: "CModules/CSchedule"),
        .executableTarget(
            name: "Explorer",
            dependencies: [
                "CSchedule", "Exploration", "ExtensionHost", "ProjectFiles", "PythonRuntime",
                "OperatorNetwork", "Frames", "BundledPython",
            ],
            swiftSettings: onMainActor, linkerSettings: exported),
        .target(
            name: "Learn",
            dependencies: ["Verify", "Exploration", "ProjectFiles", "CConfinement", "Yams"],
            resources: [.copy("Lessons")], swiftSettings: strict),
        // Floor 6
        .executableTarget(
            name: "CLI",
            dependencies: [
                "GILGate", "ExtensionHost", "Verify", "Learn", "ProjectFiles", "OperatorNetwork",
                "Frames", "Exploration",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // Tests
        // It reads every file byte by byte, and without optimisation takes half a minute for that.
        .testTarget(name: "HouseTests", swiftSettings: strict + [.unsafeFlags(["-O"])]),
        .testTarget(
            name: "CLITests",
            dependencies: [
                "CLI", "Exploration", "Verify",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "OperatorNetworkTests", dependencies: ["OperatorNetwork"],
            swiftSettings: onMainActor),
        .testTarget(name: "FramesTests", dependencies: ["Frames"], swiftSettings: onMainActor),
        .testTarget(
            name: "ProjectFilesTests", dependencies: ["ProjectFiles", "OperatorNetwork"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "ThreadGuardTests", dependencies: ["ThreadGuard"], swiftSettings: strict),
        .testTarget(
            name: "VerifyTests", dependencies: ["Verify", "ProjectFiles", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "LearnTests", dependencies: ["Learn", "ProjectFiles"], swiftSettings: strict),
        .testTarget(
            name: "ExplorationTests", dependencies: ["Exploration"], swiftSettings: strict),
        .target(name: "MainThreadQueue", path: "Tests/MainThreadQueue"),
        .target(
            name: "TestSupport",
            dependencies: [
                "ExtensionHost", "PythonRuntime", "OperatorNetwork", "BundledPython",
                "MainThreadQueue",
            ],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "ExtensionHostTests",
            dependencies: [
                "ExtensionHost", "OperatorNetwork", "PythonRuntime", "ThreadGuard", "TestSupport",
            ],
            swiftSettings: onMainActor),
        .testTarget(
            name: "PythonRuntimeTests", dependencies: ["PythonRuntime", "TestSupport"],
            swiftSettings: strict),
    ],
    cLanguageStandard: .c11
)

// `make fuzz` gives the readers of files millions of texts, in a build for speed that has nothing but them:
// all of it takes minutes.
if environment["UNDERSTUDY_READERS_ONLY"] != nil {
    package.products = []
    package.targets.removeAll { target in
        !["OperatorNetwork", "ProjectFiles", "ProjectFilesTests"].contains(target.name)
    }
}

// With another CPython than the default one `.ci/run` tests what touches Python, and nothing else is built.
if environment["UNDERSTUDY_PYTHON_ONLY"] != nil {
    package.targets.removeAll { target in
        target.name == "Benchmarks"
            || target.isTest
                && !["PythonRuntimeTests", "ExtensionHostTests", "CLITests"].contains(target.name)
    }
}
